#include "core/base/timestamp.h"

#include <QtCore/QDateTime>

#include <chrono>

namespace faultline::base {
namespace {

/// Takes digits and marks off the front of an RFC 3339 text; any mismatch makes it fail for good.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_rest(text) {}

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.isEmpty(); }
    char16_t peek() const { return m_rest.isEmpty() ? u'\0' : m_rest.front().unicode(); }

    void expect(char16_t mark)
    {
        if (peek() == mark) {
            m_rest = m_rest.sliced(1);
        } else {
            m_failed = true;
        }
    }

    int digit()
    {
        const char16_t c = peek();
        if (c < u'0' || c > u'9') {
            m_failed = true;
            return 0;
        }
        m_rest = m_rest.sliced(1);
        return c - u'0';
    }

    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits && !m_failed; ++i) {
            value = value * 10 + digit();
        }
        return value;
    }

private:
    QStringView m_rest;
    bool m_failed = false;
};

/// Milliseconds since the epoch of midnight, UTC; fails on a day that no calendar has.
qint64 scanDate(Scanner &scanner, bool &valid)
{
    const int year = scanner.number(4);
    scanner.expect(u'-');
    const int month = scanner.number(2);
    scanner.expect(u'-');
    const int day = scanner.number(2);
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    valid = !scanner.failed() && date.ok();
    return valid ? qint64{std::chrono::sys_days{date}.time_since_epoch().count()} * 86'400'000 : 0;
}

qint64 scanTimeOfDay(Scanner &scanner, bool &valid)
{
    const int hour = scanner.number(2);
    scanner.expect(u':');
    const int minute = scanner.number(2);
    scanner.expect(u':');
    const int second = scanner.number(2);
    valid = valid && !scanner.failed() && hour < 24 && minute < 60 && second < 60;
    return ((hour * 60 + minute) * 60 + second) * qint64{1000};
}

/// Fractions down to the millisecond; finer digits are read and dropped.
int scanFraction(Scanner &scanner)
{
    if (scanner.peek() != u'.') {
        return 0;
    }
    scanner.expect(u'.');
    int milliseconds = 0;
    int weight = 100;
    do {
        milliseconds += scanner.digit() * weight;
        weight /= 10;
    } while (scanner.peek() >= u'0' && scanner.peek() <= u'9');
    return milliseconds;
}

qint64 scanOffset(Scanner &scanner, bool &valid)
{
    const char16_t sign = scanner.peek();
    if (sign != u'+' && sign != u'-') {
        scanner.expect(u'Z');
        return 0;
    }
    scanner.expect(sign);
    const int hours = scanner.number(2);
    scanner.expect(u':');
    const int minutes = scanner.number(2);
    valid = valid && hours < 24 && minutes < 60;
    const qint64 offset = (hours * 60 + minutes) * qint64{60'000};
    return sign == u'-' ? -offset : offset;
}

} // namespace

Timestamp Timestamp::parse(QStringView text)
{
    Scanner scanner(text);
    bool valid = true;
    qint64 ms = scanDate(scanner, valid);
    scanner.expect(u'T');
    ms += scanTimeOfDay(scanner, valid);
    ms += scanFraction(scanner);
    ms -= scanOffset(scanner, valid);
    if (!valid || scanner.failed() || !scanner.atEnd() || ms < 0) {
        return {};
    }
    return {ms};
}

QString Timestamp::toString() const
{
    return isValid() ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

} // namespace faultline::base
