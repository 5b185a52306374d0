"""One page of every kind, for tests and audits that look at each."""

ONE_OF_EACH = {
    "home": "index.html",
    "hand-written": "about.html",
    "downloads": "downloads.html",
    "offline": "offline.html",
    "search": "search.html?q=12378",
    "for editors": "status.html",
    "topic": "topics/someone-at-the-door.html",
    "topic with prices": "topics/what-does-this-loan-cost.html",
    "practice": "practices/home-visit.html",
    "limit": "limits/contact-hours.html",
    "channel": "channels/police-110.html",
    "lender": "lenders/haier-consumer-finance.html",
    "law": "laws/civil-code.html",
    "term": "terms/ab-loan.html",
    "glossary": "terms/index.html",
    "index of a kind": "limits/index.html",
    "all questions": "faq/index.html",
    "answers, topic": "faq/topic-cannot-pay.html",
    "answers, lender": "faq/lender-haier-consumer-finance.html",
}
"""Kind → the address of its page, or of its heaviest, without the language."""
UNLISTED = frozenset({"for editors"})
"""Kinds that search engines are asked to leave out."""
LANGUAGES = ("zh", "en")
