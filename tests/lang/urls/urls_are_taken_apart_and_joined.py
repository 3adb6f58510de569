from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode,
                          urljoin, urlparse, urlsplit, urlunparse, urlunsplit)
import urllib.parse

for url in ("http://user:pw@Example.com:8080/a/b;p=1?q=1&r=%20#frag", "//host/path", "/only/path?x", "mailto:a@b.c",
            "https://[::1]:443/x", "http://host", "", "a.b:c", "HTTP://H/#", "file:///etc", "http://host?q#f"):
    parts = urlparse(url)
    print(parts, parts.hostname, parts.port, parts.username, parts.password, parts.geturl())
    print(tuple(urlsplit(url)), urlunsplit(urlsplit(url)) == url, urlunparse(parts), urldefrag(url))
for base in ("http://a/b/c/d;p?q", "http://a", "b/c", ""):
    print(base, [urljoin(base, url) for url in (
        "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..",
        "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g;x=1/../y", "http:g", "https://x/y", "g//h")])
print(quote("a b/é?&=~"), quote("a/b", safe=""), quote_plus("a b&c+d/"), quote(b"\xff a"), quote(""))
print(unquote("a%20b%C3%A9%zz%4"), unquote_plus("a+b%2B"), unquote("é%C3%A9"), unquote("%FF"))
print(urlencode({"a": 1, "b": "x y", "c": [1, 2]}), urlencode([("a", "é&")], quote_via=quote),
      urlencode({"c": [1, 2], "d": "xy"}, doseq=True))
print(parse_qs("a=1&b=2&a=3&c=&d=%20+x"), parse_qsl("a=1&b=&c", keep_blank_values=True))
for call in (lambda: urlparse("http://h:x").port, lambda: urlparse("http://h:99999").port,
             lambda: urlsplit("http://[::1/"), lambda: parse_qs("a", strict_parsing=True), lambda: urlencode("ab")):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(urllib.parse.__name__)
