"""Times one extractor over the files of a folder; scripts/peers/compare.mjs reads what it prints.

usage: extract.py EXTRACTOR FOLDER ROUNDS
Files are read before the clock starts. The first round warms up, is not timed, and gives the texts.
Each extractor is told to leave out what the measured articles do not hold: comments, and links and
descriptions of pictures where it would write them into the text.
"""

import json
import sys
import time
from html import escape
from pathlib import Path

BLOCKS = set(
    "article blockquote br dd div dl dt figcaption h1 h2 h3 h4 h5 h6 li ol p pre section table td th tr ul".split()
)


def trafilatura(**options):
    from trafilatura import extract

    return lambda page: extract(page, include_comments=False, **options)


def readability_lxml():
    from lxml import html
    from readability import Document

    def extract(page):
        tree = html.fromstring(Document(page).summary())
        # The text of an element alone would run the end of one paragraph into the next.
        for element in tree.iter():
            if element.tag in BLOCKS:
                element.tail = "\n" + (element.tail or "")
        return tree.text_content()

    return extract


def justext():
    from justext import get_stoplist, justext as paragraphs

    stoplist = get_stoplist("English")
    return lambda page: "\n\n".join(p.text for p in paragraphs(page, stoplist) if not p.is_boilerplate)


def justext_lines():
    extract = justext()
    return lambda text: extract("".join(f"<p>{escape(line)}</p>" for line in text.splitlines()))


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(page, main_content=True, comments=False, alt_texts=False)


EXTRACTORS = {
    "trafilatura": trafilatura,
    "trafilatura fast": lambda: trafilatura(fast=True),
    "readability-lxml": readability_lxml,
    "jusText": justext,
    "jusText lines": justext_lines,
    "resiliparse": resiliparse,
}


def main():
    name, folder, rounds = sys.argv[1:]
    extract = EXTRACTORS[name]()
    pages = {path.stem: path.read_text(encoding="utf-8") for path in Path(folder).iterdir()}
    bodies = {page: {"articleBody": extract(text)} for page, text in pages.items()}
    seconds = []
    for _ in range(int(rounds)):
        start = time.perf_counter()
        for text in pages.values():
            extract(text)
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "bodies": bodies}))


main()
