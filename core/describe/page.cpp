#include "core/describe/page.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

constexpr qsizetype kLongestAnnotation = 140; ///< kubectl/pkg/describe maxAnnotationLen

QString indent(int level) { return QString(level * 2, u' '); }

/// One requirement of matchExpressions, as metav1.FormatLabelSelector writes it.
QString requirementText(const QJsonObject &requirement)
{
    const QString key = requirement.value("key"_L1).toString();
    const QString op = requirement.value("operator"_L1).toString();
    if (op == "Exists"_L1)
        return key;
    if (op == "DoesNotExist"_L1)
        return u'!' + key;
    const QString values = joined(requirement.value("values"_L1), u","_s);
    return u"%1 %2 (%3)"_s.arg(key, op == "In"_L1 ? u"in"_s : u"notin"_s, values);
}

} // namespace

void Page::line(int level, const QString &name, const QString &value) { text(level, name + u":\t"_s + value); }

void Page::lineIf(int level, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        line(level, name, value);
}

void Page::text(int level, const QString &text) { m_text += indent(level) + text + u'\n'; }

void Page::pairs(int level, const QString &name, const QJsonObject &pairs)
{
    if (pairs.isEmpty())
        return line(level, name, u"<none>"_s);
    bool isFirst = true;
    for (auto it = pairs.begin(); it != pairs.end(); ++it) {
        const QString pair = it.key() + u'=' + textOf(it.value());
        isFirst ? line(level, name, pair) : text(level, u'\t' + pair);
        isFirst = false;
    }
}

void Page::annotations(int level, const QJsonObject &annotations)
{
    QStringList lines;
    for (auto it = annotations.begin(); it != annotations.end(); ++it) {
        if (it.key() == "kubectl.kubernetes.io/last-applied-configuration"_L1)
            continue;
        const QString value = textOf(it.value());
        if (value.size() + it.key().size() + 2 <= kLongestAnnotation && !value.contains(u'\n')) {
            lines.append(it.key() + u": "_s + value);
            continue;
        }
        lines.append(it.key() + u':');
        const QString whole = value.endsWith(u'\n') ? value.chopped(1) : value;
        for (const QString &part : whole.split(u'\n')) {
            const bool isLong = part.size() > kLongestAnnotation - 2;
            lines.append(u"  "_s + (isLong ? part.left(kLongestAnnotation - 2) + u"..."_s : part));
        }
    }
    line(level, u"Annotations"_s, lines.isEmpty() ? u"<none>"_s : lines.takeFirst());
    for (const QString &further : lines)
        text(level, u'\t' + further);
}

QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &name : path.split(u'.')) {
        bool isIndex = false;
        const int index = name.toInt(&isIndex);
        value = value.isArray() && isIndex ? value.toArray().at(index) : value.toObject().value(name);
    }
    return value;
}

QString textAt(const QJsonObject &object, const QString &path) { return textOf(at(object, path)); }

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble()) {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        return static_cast<double>(whole) == number ? QString::number(whole) : QString::number(number);
    }
    return value.toString();
}

QString orNone(const QString &text) { return text.isEmpty() ? u"<none>"_s : text; }

QString boolWord(bool value) { return value ? u"True"_s : u"False"_s; }

QString joined(const QJsonValue &list, const QString &separator)
{
    QStringList texts;
    for (const QJsonValue &value : list.toArray())
        texts.append(textOf(value));
    return texts.join(separator);
}

QString dateText(const QString &time)
{
    const base::Timestamp moment = base::Timestamp::parse(time);
    if (!moment.isValid())
        return time;
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(moment.ms, QTimeZone::utc());
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" +0000"_s;
}

QString durationText(qint64 seconds)
{
    const qint64 minutes = seconds / 60, hours = seconds / 3600, days = hours / 24, years = days / 365;
    const auto both = [](qint64 large, QChar first, qint64 small, QChar second) {
        const QString text = QString::number(large) + first;
        return small == 0 ? text : text + QString::number(small) + second;
    };
    if (seconds < 0)
        return seconds >= -1 ? u"0s"_s : u"<invalid>"_s;
    if (seconds < 120)
        return QString::number(seconds) + u's';
    if (minutes < 10)
        return both(minutes, u'm', seconds % 60, u's');
    if (hours < 3)
        return QString::number(minutes) + u'm';
    if (hours < 8)
        return both(hours, u'h', minutes % 60, u'm');
    if (hours < 48)
        return QString::number(hours) + u'h';
    if (days < 8)
        return both(days, u'd', hours % 24, u'h');
    if (years < 2)
        return QString::number(days) + u'd';
    return years < 8 ? both(years, u'y', days % 365, u'd') : QString::number(years) + u'y';
}

QString ageText(base::Timestamp then, base::Timestamp now)
{
    if (!then.isValid() || !now.isValid())
        return u"<unknown>"_s;
    return durationText(std::max<qint64>(0, (now.ms - then.ms) / 1000));
}

QString pairsText(const QJsonObject &pairs)
{
    QStringList texts;
    for (auto it = pairs.begin(); it != pairs.end(); ++it)
        texts.append(it.key() + u'=' + textOf(it.value()));
    return orNone(texts.join(u','));
}

QString selectorText(const QJsonObject &selector)
{
    QStringList parts;
    const QJsonObject labels = selector.value("matchLabels"_L1).toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        parts.append(it.key() + u'=' + textOf(it.value()));
    for (const QJsonValue &requirement : selector.value("matchExpressions"_L1).toArray())
        parts.append(requirementText(requirement.toObject()));
    return orNone(parts.join(u','));
}

QString controllerText(const QJsonObject &object)
{
    for (const QJsonValue &value : at(object, u"metadata.ownerReferences"_s).toArray()) {
        const QJsonObject owner = value.toObject();
        if (owner.value("controller"_L1).toBool())
            return owner.value("kind"_L1).toString() + u'/' + owner.value("name"_L1).toString();
    }
    return {};
}

} // namespace faultline::describe
