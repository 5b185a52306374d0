"""Texts that mean something to a browser, a template or a typesetter, and shall not here."""

CANARY = "zqCanary"
"""What scripts of the payloads set on `window`: on no page may it be there."""

PAYLOADS: dict[str, str] = {
    "script": f"</title></script><script>window.{CANARY}=1</script>",
    "event": f"<img src=x onerror=window.{CANARY}=2><svg onload=window.{CANARY}=3>",
    "attribute": f"\"' onfocus=window.{CANARY}=4 autofocus tabindex=1 x=\"'",
    "address": (
        f"[a](javascript:window.{CANARY}=5) <javascript:window.{CANARY}=6>"
        f" [b](data:text/html,<script>parent.{CANARY}=7</script>)"
    ),
    "markdown": "![p](http://127.0.0.1:1/p.png) [[a|b]] | x | `c` ***d*** &#x202e;e &lt;f&gt;",
    "jinja": "{{ 7*191 }}{% include '/etc/hostname' %}{# gone #}${7*191}@@zq-body@@ {0} {x} %s",
    "typst": '#panic("zq") #read("/etc/hostname") $7*191$ = h @zq \\u{41} //gone /* gone */ ~',
    "markup": f"]]><!-- --><?xml?><!DOCTYPE x><style>*{{display:none}}</style>&{CANARY}; \\ --> '",
    "line": "a\n\n- b\n\n    <script>\n\n---\n\n# h\n\n| x | y |\n|---|---|\n| <b>1</b> | 2 |\n",
}
"""By what they are bait for; each fits where a name stands (200 characters)."""
