#include "core/kube/status.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

namespace faultline::kube {

using base::Error;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kStatusLimit = 256 * 1024;
constexpr qsizetype kMessageLimit = 2000;
constexpr qsizetype kWordsLimit = 160;

Error::Kind kindOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
    case 504:
        return Error::Kind::TimedOut;
    case 409:
    case 410:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::Throttled;
    default:
        break;
    }
    if (httpStatus >= 500) {
        return Error::Kind::Server;
    }
    return httpStatus >= 300 && httpStatus < 400 ? Error::Kind::Unsupported : Error::Kind::Usage;
}

QString withoutControls(const QString &text)
{
    QString plain = text;
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return plain;
}

QString firstWords(const QByteArray &body)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]*)</title>"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hidden(u"<(script|style)[^>]*>.*?</\\1>"_s,
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString text = QString::fromUtf8(body.left(8192));
    const QString named = title.match(text).captured(1).simplified();
    text = named.isEmpty() ? text.remove(hidden).replace(tag, u" "_s) : named;
    return withoutControls(text.simplified()).left(kWordsLimit);
}

} // namespace

std::optional<Status> statusOf(const QByteArray &body)
{
    if (body.isEmpty() || body.size() > kStatusLimit) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    if (object.value("kind"_L1).toString() != "Status"_L1) {
        return std::nullopt;
    }
    return Status{object.value("message"_L1).toString().left(kMessageLimit), object.value("reason"_L1).toString(),
                  object.value("metadata"_L1)["continue"_L1].toString()};
}

base::Error httpError(int httpStatus, const QByteArray &body, const QString &where)
{
    const std::optional<Status> status = statusOf(body);
    if (status && !status->message.isEmpty()) {
        return {kindOf(httpStatus), withoutControls(status->message), where};
    }
    const QString answered = u"the server answered HTTP %1"_s.arg(httpStatus);
    const QString words = firstWords(body);
    return {kindOf(httpStatus), words.isEmpty() ? answered : answered + u": "_s + words, where};
}

} // namespace faultline::kube
