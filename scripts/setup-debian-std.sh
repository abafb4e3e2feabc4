#!/usr/bin/env bash
# Builds the wasm32 standard library from Debian's sources, for machines that reach the package
# registries but not the Rust download server. Does nothing where it is there already.
# Needs root or sudo; takes about two minutes the first time.
set -euo pipefail

say() { printf '      %s\n' "$*"; }
fail() { printf 'set-up: %s\n' "$*" >&2; exit 1; }

if [ "$(id -u)" = 0 ]; then sudo=; else
  command -v sudo >/dev/null || fail "installing Debian packages needs root, and sudo is not here; run this as root"
  sudo=sudo
fi
rustlib=/usr/lib/rustlib
std=$rustlib/wasm32-unknown-unknown/lib
stamp=$rustlib/wasm32-unknown-unknown/copydesk-std

# Two set-ups at once would write the same folder.
exec 9>"${TMPDIR:-/tmp}/copydesk-std-$(id -u).lock"
flock 9

# 1. Debian's compiler beside rustup's: its files are in /usr, and its sources come with it.
packages="rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web"
# shellcheck disable=SC2086
if ! dpkg-query -W -f '${Status}\n' $packages 2>/dev/null | awk '/install ok installed/ { n++ } END { exit n != 6 }'; then
  say "Debian packages: $packages"
  $sudo apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi

# 2. A name for it, so that RUSTUP_TOOLCHAIN=debian picks it.
if command -v rustup >/dev/null && ! rustup toolchain list | grep -q '^debian\b'; then
  rustup toolchain link debian /usr
fi

# 3. The linker, which Debian's packages leave out: any rustup toolchain has one.
bin=$rustlib/x86_64-unknown-linux-gnu/bin
if [ ! -e "$bin/rust-lld" ]; then
  lld=
  for each in "${RUSTUP_HOME:-$HOME/.rustup}"/toolchains/*/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld; do
    [ -x "$each" ] && lld=$each
  done
  [ -n "$lld" ] || fail "rust-lld is missing; install any toolchain with rustup (https://rustup.rs), it brings one"
  $sudo mkdir -p "$bin"
  $sudo ln -sf "$lld" "$bin/rust-lld"
fi

# 4. The library itself, as the dependency of an empty crate.
version=$(/usr/bin/rustc --version)
if [ "$(cat "$stamp" 2>/dev/null)" != "$version" ]; then
  say "standard library for wasm32, from the sources of $version"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/src"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
  printf '#![no_std]\n' >"$work/src/lib.rs"
  # `embed-bitcode` lets fat LTO read the library; `test` is for the tests in browsers.
  (cd "$work" && env -u CARGO_TARGET_DIR -u CARGO_ENCODED_RUSTFLAGS PATH="/usr/bin:$PATH" \
    RUSTUP_TOOLCHAIN=debian RUSTFLAGS=-Cembed-bitcode=yes RUSTC_BOOTSTRAP=1 \
    /usr/bin/cargo build --quiet --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test)
  rm -f "$work"/target/wasm32-unknown-unknown/release/deps/libempty-*
  $sudo rm -rf "$std"
  $sudo mkdir -p "$std"
  $sudo cp "$work"/target/wasm32-unknown-unknown/release/deps/lib*.rlib "$std/"
  printf '%s\n' "$version" | $sudo tee "$stamp" >/dev/null
fi
