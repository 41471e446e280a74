#include "tests/support/hostiletext.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace faultline::test {

const QStringList &hostileForms()
{
    static const QStringList forms{
        u"\u001b[31;1mred\u001b[0m\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007\u001b[2J\u001b[1;1H"_s,
        u"\u202Egnp.exe\u2066 zero\u200Bwidth\uFEFF\u2028 \u009b5m"_s,
        u"<script>alert(1)</script><img src=x onerror=alert(1)> \"><svg onload=alert(1)>"_s,
        u"](https://evil.example) ![x](https://evil.example/p.png) **bold** `code` ~~gone~~"_s,
        u"| a | b | @everyone #1 https://evil.example www.evil.example mailto:a@evil.example"_s,
        u"``` # out of the fence <details> [x]: https://evil.example"_s,
        u"]]> <!-- --> <?xml version='1.0'?> &lt;b&gt; &#27;[31m &amp;"_s,
        u"\u0007\u0008\r overwritten \u007f %s %n $(touch /tmp/x) `touch /tmp/x`"_s,
        u"'; alert(1); // \\\" \\u003cscript\\u003e {{7*7}} ${7*7}"_s,
    };
    return forms;
}

QString oddLetterIn(const QString &text)
{
    static const QRegularExpression odd(u"[\\x{0}-\\x{8}\\x{b}-\\x{1f}\\x{7f}-\\x{9f}\\x{200c}-\\x{200f}"
                                        "\\x{2028}-\\x{202e}\\x{2060}-\\x{206f}\\x{feff}]"_s);
    const auto match = odd.match(text);
    if (!match.hasMatch())
        return {};
    return u"U+%1 in: %2"_s.arg(match.captured().front().unicode(), 4, 16, QChar(u'0'))
        .arg(text.mid(std::max<qsizetype>(0, match.capturedStart() - 60), 120));
}

} // namespace faultline::test
