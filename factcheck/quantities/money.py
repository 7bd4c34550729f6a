"""Currencies: signs, codes and names to ISO 4217 codes."""

from __future__ import annotations

from factcheck.claim import QuantityKind
from factcheck.quantities.draft import Draft, new_draft
from factcheck.quantities.measures import weighs
from factcheck.quantities.numerals import Numeral, read_cardinal
from factcheck.quantities.rates import with_rate
from factcheck.quantities.tokens import CODES, NUMBER, Token

_SIGNS = {
    "$": "USD", "us$": "USD", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$":
    "HKD", "s$": "SGD", "r$": "BRL", "nt$": "TWD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽":
    "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₫": "VND", "₱": "PHP", "₦": "NGN",
    "₸": "KZT", "฿": "THB", "₵": "GHS", "mx$": "MXN", "rm": "MYR", "skr": "SEK",
    "nkr": "NOK", "dkr": "DKK", "sfr": "CHF", "rs": "INR", "rs.": "INR", "tk": "BDT", "kr": "kr", "zł":
    "PLN",
}  # fmt: skip
_NAMES = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pounds": "GBP", "sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "franc": "CHF", "francs": "CHF", "rouble": "RUB",
    "roubles": "RUB", "rubles": "RUB", "rupee": "INR", "rupees": "INR", "zloty": "PLN",
    "zlotys": "PLN", "lira": "TRY", "won": "KRW", "rand": "ZAR", "hryvnia": "UAH", "hryvnias": "UAH",
    "somoni": "TJS", "forint": "HUF", "forints": "HUF", "shekel": "ILS", "shekels": "ILS", "dirham": "AED",
    "dirhams": "AED", "peso": "MXN", "pesos": "MXN", "baht": "THB", "lei": "RON", "leu": "RON", "tenge":
    "KZT", "som": "KGS", "krona": "kr", "kronor": "SEK", "kroner": "kr", "krone": "kr", "krónur": "ISK",
    "króna": "ISK", "koruna": "CZK", "crowns": "kr", "kr": "kr", "naira": "NGN", "shilling": "KES",
    "shillings": "KES", "taka": "BDT", "cents": "cent", "cent": "cent", "pence": "penny", "bitcoin": "BTC",
    "bitcoins": "BTC", "rial": "IRR", "rials": "IRR", "riyal": "SAR", "riyals": "SAR", "ringgit": "MYR",
    "rupiah": "IDR",
    "dong": "VND", "dinar": "dinar", "dinars": "dinar", "quid": "GBP", "bucks": "USD", "reais": "BRL",
    "lari": "GEL", "lev": "BGN", "cedi": "GHS", "cedis": "GHS", "ruble": "RUB",
}  # fmt: skip
_NATIONS = {
    "american": "US", "us": "US", "canadian": "CA", "australian": "AU", "danish": "DK", "norwegian": "NO",
    "swedish": "SE", "icelandic": "IS", "swiss": "CH", "british": "GB", "hong": "HK", "singapore": "SG",
    "new": "NZ", "mexican": "MX", "turkish": "TR", "russian": "RU", "indian": "IN", "pakistani": "PK",
    "czech": "CZ",
}  # fmt: skip
_OF_NATION = {
    ("USD", "CA"): "CAD", ("USD", "AU"): "AUD", ("USD", "NZ"): "NZD", ("USD", "HK"): "HKD", ("USD", "SG"):
    "SGD", ("kr", "DK"): "DKK", ("kr", "NO"): "NOK", ("kr", "SE"): "SEK", ("kr", "IS"): "ISK", ("INR",
    "PK"): "PKR", ("kr", "CZ"): "CZK",
}  # fmt: skip
_CODES = frozenset(CODES.split("|"))
RESOLUTIONS = frozenset({"144", "240", "360", "480", "540", "720", "1080", "1440", "2160"})
"""Numbers before "p" that tell lines of a picture."""
_LESSER = {"cent": ("USD", 0.01), "penny": ("GBP", 0.01)}
_VERBS_TOO = frozenset({"won", "som", "rand", "dong", "bucks"})
"""Names of currencies that are other words too, behind small numbers: "two won medals"."""
_AFTER_POUND = frozenset({"note", "notes", "coin", "coins", "fine", "fines"})


def sign_currency(token: Token) -> str:
    """The currency of a sign or code before a number ("US$", "SKr", "EUR")."""
    return "CNY" if token.text == "RMB" else _SIGNS.get(token.low, token.text)


def read_currency(tokens: list[Token], i: int) -> tuple[str, int] | None:
    """The currency named at token `i` ("Danish kroner", "euros", "USD") and the index behind it."""
    token = tokens[i]
    if token.text in _CODES:
        return token.text, i + 1
    if token.low in _SIGNS and token.kind == "money":
        return _SIGNS[token.low], i + 1
    if token.low in ("¢", "p") and token.glued:
        return ("cent" if token.low == "¢" else "penny"), i + 1
    if token.low == "pound":
        return ("GBP", i + 1) if tokens[i + 1].low in _AFTER_POUND else None
    at, nation = i, ""
    if token.text == "U" and [t.text for t in tokens[i + 1 : i + 4]] == [".", "S", "."]:
        at, nation = i + 4, "US"
    elif token.low in _NATIONS:
        nation = _NATIONS[token.low]
        at = i + 2 if token.low in ("hong", "new") else i + 1
    name = _NAMES.get(tokens[at].low)
    if name is None:
        return None
    return _OF_NATION.get((name, nation), name), at + 1


def currency_named(word: str) -> str:
    """The code of the currency that a word names ("kronor", "EUR"), or ""."""
    code = word if word in _CODES else _NAMES.get(word, "")
    return "" if code in _LESSER else code


def same_currency(one: str, other: str) -> bool:
    """Whether two currencies may be the same; "kr" is the crown of some Nordic country."""
    crowns = {"SEK", "NOK", "DKK", "ISK", "kr"}
    return one == other or ("kr" in (one, other) and {one, other} <= crowns)


def read_prefixed_money(tokens: list[Token], i: int, sign: Token | None = None) -> Draft | None:
    """Money whose currency stands before the number, at token `i`: "€1.2bn", "SKr731m a year".

    Args:
        tokens: The text.
        i: Where the currency stands, or what stands in its place before the number.
        sign: The currency, where it stands further before: in "$3-4m" before the first number.
    """
    numeral = read_cardinal(tokens, i + 1)
    if numeral is None or tokens[i + 1].kind != NUMBER:
        return None
    draft = new_draft(i, numeral.end, QuantityKind.MONEY, numeral)
    draft.unit = sign_currency(sign or tokens[i])
    if tokens[draft.end].low == draft.unit.lower() or (draft.unit == "USD" and tokens[draft.end].low == "dollars"):
        draft.end += 1
    return with_rate(tokens, draft)


def read_money(tokens: list[Token], i: int, numeral: Numeral) -> Draft | None:
    """Money whose currency stands behind the number: "50m Danish kroner", "five cents", "74p", "12 euros 50"."""
    at = numeral.end + 1 if tokens[numeral.end].low == "-" and tokens[numeral.end].glued else numeral.end
    if tokens[at].low == "of":
        at += 1
    found = read_currency(tokens, at)
    if found is None or (tokens[at].low == "p" and not _is_price(tokens, i, at)):
        return None
    currency, end = found
    if tokens[at].low in _VERBS_TOO and (numeral.worded or numeral.value < 100):
        return None
    if tokens[at].low in ("pounds", "pound") and weighs(tokens, at):
        return None
    currency, times = _LESSER.get(currency, (currency, 1.0))
    draft = new_draft(i, end, QuantityKind.MONEY, numeral, times)
    draft.unit = currency
    if times == 1:
        _add_cents(tokens, draft)
    return with_rate(tokens, draft)


def _is_price(tokens: list[Token], i: int, at: int) -> bool:
    """Whether the "p" at `at` is pence: behind plain digits that are no picture's lines."""
    return at == i + 1 and tokens[i].kind == NUMBER and tokens[i].text not in RESOLUTIONS


def _add_cents(tokens: list[Token], draft: Draft) -> None:
    """As in "12 euros and 50 cents"."""
    at = draft.end + 1 if tokens[draft.end].low == "and" else draft.end
    numeral = read_cardinal(tokens, at)
    if numeral is not None and numeral.value < 100 and tokens[numeral.end].low in ("cents", "cent", "pence", "p"):
        draft.value, draft.precision, draft.end = draft.value + numeral.value / 100, 0.01, numeral.end + 1
