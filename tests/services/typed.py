"""Five hundred texts that somebody may type, or copy from a letter, and that some program would run or trip over."""

from __future__ import annotations

ATTACKS = (
    "=1+1", "=cmd|' /C calc'!A0", "+SUM(A1:A9)", "-2+3", "@SUM(1)", '=HYPERLINK("http://x","klik")', "\t=1+1",
    "'=1", "<script>alert(1)</script>", "<b>vet", "</text></svg>", "<!-- weg", "]]>", "<![CDATA[x", "&lt;",
    "&amp;amp;", "&#65;", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;", "<?xml version='1.0'?>",
    "<w:p/>", "<para>", "<font color=red>", '<a href="javascript:x">', '" onload="x', "' or 1=1 --",
    "'; DROP TABLE entry; --", "${jndi:ldap}", "{{7*7}}", "{0.__class__}", "%s%n%x", "%(naam)s", "$(rm -rf)",
    "`id`", "| sort", "../../etc/passwd", "C:\\autoexec.bat", ") Tj ET", "(haak", "haak)", "\\(", "\\134",
    "endstream endobj", "%%EOF", "/JavaScript <<>>", "<</S/Launch>>", "BT /F1", "\\input{x}", "\\href{x}",
    'HYPERLINK "http://x"', "{ INCLUDEPICTURE x }", "_x0041_", "_x005F_", "ja;nee,misschien", '"aanhaling"',
    'zei "nee"; \'ja\'', "rechts\u202eom", "nul\u200bbreed", "\ufeffmark", "é en é", "ß ĳ Ĳ ﬁ",
    "blij \U0001f600 kind", "\U0001f468\u200d\U0001f469\u200d\U0001f467 gezin", "中文", "שלום", "مرحبا", "ไทย",
    "\x00nul", "bel\x07", "\x1b[31mrood", "a\x85b", "regel\nregel", "tab\ttab", "\u2028lijn",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "2019-03", "1/2", "0012", "1e5", "WAAR", "#REF!", "null", "None", "NaN", "-", "\u2026",
)  # fmt: skip
AROUND = ("{}", "Noor {}", "{} thuis", "({})", "“{}”", "{} {}")
TYPED: tuple[str, ...] = tuple(frame.replace("{}", text) for frame in AROUND for text in ATTACKS)[:500]
