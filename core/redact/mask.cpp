#include "core/redact/mask.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRandomGenerator>

using namespace Qt::StringLiterals;

namespace faultline::redact {

namespace {

const QByteArray &salt()
{
    static const QByteArray bytes = [] {
        QByteArray random(32, '\0');
        for (char &byte : random)
            byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
        return random;
    }();
    return bytes;
}

} // namespace

QString mark(const QString &id, QStringView value)
{
    const QByteArray hash = QCryptographicHash::hash(salt() + value.toUtf8(), QCryptographicHash::Sha256);
    return u"<masked:"_s + id + u'#' + QString::fromLatin1(hash.toHex().first(4)) + u'>';
}

const QRegularExpression &anyMark()
{
    static const QRegularExpression pattern(u"<masked:([a-z]+)#([0-9a-f]{4})>"_s);
    return pattern;
}

std::optional<QString> maskedBy(const Rule &rule, const QString &text)
{
    QString out;
    qsizetype done = 0;
    auto matches = rule.pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QStringView value = match.capturedView(rule.group);
        if (value.isEmpty() || value.startsWith("<masked:"_L1))
            continue;
        out += QStringView(text).sliced(done, match.capturedStart(rule.group) - done);
        out += mark(rule.id, value);
        done = match.capturedEnd(rule.group);
    }
    if (!matches.isValid())
        return std::nullopt;
    return out += QStringView(text).sliced(done);
}

} // namespace faultline::redact
