"""Asks programs that people read feeds, calendars and linked data with what they make of a site's files.

In: the folder of one built site; linked data of its pages as one JSON document a line on standard input, each with the
address it was found at. Out: one JSON object with what was read, and every complaint. Never asks a network.
"""

import json
import sys
from pathlib import Path

import atoma
import feedparser
import icalendar
import jsonschema
from pyld import jsonld

site = Path(sys.argv[1])
complaints = []
told = {"complaints": complaints}


def atom():
    path = site / "feed.xml"
    read = feedparser.parse(str(path))
    if read.bozo or read.version != "atom10":
        complaints.append(f"feedparser: {read.version} {read.get('bozo_exception')}")
    # Strict where feedparser forgives: every element that RFC 4287 asks for must be there, and be of its type.
    feed = atoma.parse_atom_file(str(path))
    ids = [entry.id_ for entry in feed.entries]
    if len(set(ids)) != len(ids):
        complaints.append("atom: ids stand twice")
    if feed.entries and feed.updated < max(entry.updated for entry in feed.entries):
        complaints.append("atom: the feed is older than an entry")
    if not any(link.rel == "self" for link in feed.links) and feed.id_.startswith("http"):
        complaints.append("atom: no link to itself")
    told["atom"] = len(ids)


# JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, as far as we write it.
TEXT = {"type": "string", "minLength": 1}
MOMENT = {"type": "string", "format": "date-time"}
AUTHORS = {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}}}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": TEXT,
        "feed_url": TEXT,
        "language": TEXT,
        "authors": AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT,
                    "url": TEXT,
                    "title": TEXT,
                    "content_text": TEXT,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                },
            },
        },
    },
}


def json_feed():
    feed = json.loads((site / "feed.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(JSON_FEED, format_checker=jsonschema.FormatChecker())
    complaints.extend(f"json feed: {e.json_path}: {e.message}" for e in checker.iter_errors(feed))
    told["json_feed"] = len(feed["items"])


def calendar():
    read = icalendar.Calendar.from_ical((site / "duties.ics").read_bytes())
    ids = []
    for part in read.walk():
        complaints.extend(f"ics: {name}: {why}" for name, why in part.errors)
        missing = [name for name in part.required if name not in part]
        complaints.extend(f"ics: {part.name} without {name}" for name in missing)
        if part.name == "VEVENT":
            ids.append(part["UID"])
            if not part.decoded("DTSTART") < part.decoded("DTEND"):
                complaints.append(f"ics: {part['UID']} ends before it begins")
    if len(set(ids)) != len(ids):
        complaints.append("ics: ids stand twice")
    told["events"] = len(ids)


# The terms of schema.org that pages use; those of an address are addresses.
ADDRESS = {"@type": "@id"}
CONTEXT = {
    "@vocab": "https://schema.org/",
    **{term: {"@id": f"https://schema.org/{term}", **ADDRESS} for term in ["url", "item", "contentUrl", "license"]},
}


def loader(url, options):
    if url.rstrip("/") != "https://schema.org":
        raise ValueError(f"asks for {url}")
    return {"contextUrl": None, "contentType": "application/ld+json", "documentUrl": url, "document": {"@context": CONTEXT}}


def linked():
    kinds = {}
    for line in sys.stdin:
        page = json.loads(line)
        for node in jsonld.expand(page["document"], {"documentLoader": loader, "base": page["base"]}):
            for kind in node.get("@type", []):
                kinds[kind.rsplit("/", 1)[-1]] = kinds.get(kind.rsplit("/", 1)[-1], 0) + 1
            for term, values in node.items():
                for value in values if isinstance(values, list) else []:
                    address = value.get("@id") if isinstance(value, dict) else None
                    if address is not None and ":" not in address:
                        complaints.append(f"{page['base']}: {term}: {address} is no address")
    told["linked"] = kinds


atom()
json_feed()
calendar()
linked()
print(json.dumps(told, ensure_ascii=False))
