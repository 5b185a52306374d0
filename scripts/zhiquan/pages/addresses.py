"""Addresses: the only place that knows the shape of a URL.

Every file name is written out and generated pages for readers lie two folders deep
(`zh/limits/contact-hours.html`), so that one prefix leads from any of them to any other.
"""

from zhiquan.source.message import Language

FAQ = "faq"
STATUS = "status"
"""The page for editors: the one generated page that lies one folder deep."""
DOWNLOADS = "downloads"
"""The folder of files to keep; the page that lists them has the same name in each language."""
UP = "../"
"""One folder up: from a generated page to the root of its language."""


def home_address(lang: Language) -> str:
    """The home page of a language."""
    return f"{lang}/index.html"


def entry_address(ref: str, lang: Language) -> str:
    """The page of an entry: `limits/contact-hours` becomes `zh/limits/contact-hours.html`."""
    return f"{lang}/{ref}.html"


def index_address(section: str, lang: Language, part: int = 1) -> str:
    """The index of a kind or of all questions; `part` counts its numbered pages from 1."""
    return f"{lang}/{section}/{numbered('index', part)}.html"


def faq_address(ref: str, lang: Language, part: int = 1) -> str:
    """The questions about a topic or lender: `topics/sued` becomes `zh/faq/topic-sued.html`."""
    kind, _, name = ref.partition("/")
    singular = kind.removesuffix("s")
    return f"{lang}/{FAQ}/{numbered(f'{singular}-{name}', part)}.html"


def book_address(lang: Language, topic: str | None = None) -> str:
    """The PDF of a language, or the handbook of one topic: `downloads/handbook-sued-zh.pdf`."""
    name = f"handbook-{topic}" if topic else "zhiquan"
    return f"{DOWNLOADS}/{name}-{lang}.pdf"


def status_address(lang: Language) -> str:
    """The page that says how far the entries have come."""
    return f"{lang}/{STATUS}.html"


def numbered(name: str, part: int) -> str:
    """The file name of a numbered part; an underscore, since no id holds one."""
    return name if part == 1 else f"{name}_{part}"


def alternate(address: str) -> str:
    """The address of the same page in the other language."""
    lang, _, rest = address.partition("/")
    return f"{'en' if lang == 'zh' else 'zh'}/{rest}"


def relative(page: str, target: str) -> str:
    """A relative link from one page to another, both addressed from the site's root."""
    here, there = page.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return UP * (len(here) - shared) + "/".join(there[shared:])
