"""A page as a browser takes it: well formed, in known languages, loading nothing from elsewhere."""

import re
import xml.etree.ElementTree as ET

import httpx

LANGUAGES = {"en", "zh", "fr", "es", "ru", "ar"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
_LOADING = {"img", "script", "iframe", "object", "embed", "video", "audio", "source", "base"}


def page(answer: httpx.Response, status: int = 200) -> ET.Element:
    """The page of an answer, once it has been found whole."""
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    # The pages are written so that a reader of XML takes them: each element is closed.
    found = ET.fromstring(re.sub(r"^<!DOCTYPE html>\s*", "", answer.text))
    assert found.tag == "html"
    assert found.get("lang") in LANGUAGES
    assert text(found.find("head/title"))
    identities = [each.get("id") for each in found.iter() if each.get("id")]
    assert len(identities) == len(set(identities))
    for each in found.iter():
        assert each.tag not in _LOADING
        assert each.get("lang", "en") in LANGUAGES, each.get("lang")
        if each.tag == "link" and each.get("rel") in ("stylesheet", "icon", "preload"):
            assert str(each.get("href")).startswith("data:")
        if each.tag == "style":
            assert "url(" not in text(each)
            assert "@import" not in text(each)
        if each.tag == "a":
            assert re.match(r"https?://|/|#|\?", str(each.get("href"))), each.get("href")
        for field in ("input", "select", "textarea"):
            assert each.tag != "form" or all(f.get("name") for f in each.iter(field))
    for each in found.iter():  # Chinese is shown in the letters of Chinese
        if re.search("[㐀-鿿]", each.text or "") and each.tag not in ("title", "textarea", "pre"):
            assert each.tag in ("style", "option", "code") or each.get("lang"), each.text
    return found


def text(element: ET.Element | None) -> str:
    """All the words of an element."""
    return "" if element is None else "".join(element.itertext()).strip()


def links(found: ET.Element) -> list[str]:
    """Where a page leads on this site."""
    hrefs = [str(each.get("href")) for each in found.iter("a")]
    return [href for href in hrefs if href.startswith("/")]
