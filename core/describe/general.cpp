#include "core/describe/sections.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

/// Where "apiVersion" comes apart: before a capital that follows a small letter, and before the last of several
/// capitals that a small letter follows (github.com/fatih/camelcase).
QStringList wordsOf(const QString &name)
{
    QStringList words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isUpper = name[i].isUpper();
        const bool afterSmall = i > 0 && name[i - 1].isLower();
        const bool beforeSmall = i > 0 && i + 1 < name.size() && name[i + 1].isLower();
        if (words.isEmpty() || (isUpper && (afterSmall || beforeSmall)))
            words.append(QString());
        words.last() += name[i];
    }
    return words;
}

/// "API Version" of "apiVersion"; a name with other signs than letters and dashes stays (smartLabelFor).
QString labelFor(const QString &field)
{
    const bool isPlain = std::all_of(field.begin(), field.end(), [](QChar c) { return c.isLetter() || c == u'-'; });
    if (!isPlain)
        return field;
    static const QSet<QString> acronyms{u"API"_s, u"URL"_s, u"UID"_s, u"OSB"_s, u"GUID"_s};
    QStringList words;
    for (const QString &word : wordsOf(field)) {
        const QString upper = word.toUpper();
        words.append(acronyms.contains(upper) ? upper : word.left(1).toUpper() + word.mid(1));
    }
    return words.join(u' ');
}

bool isSkipped(const QString &path)
{
    static const QSet<QString> skipped{u".metadata.name"_s, u".metadata.namespace"_s, u".metadata.labels"_s,
                                       u".metadata.annotations"_s, u".metadata.managedFields"_s};
    return skipped.contains(path);
}

void writeFields(Page &page, int level, const QJsonObject &object, const QString &path);

void writeItems(Page &page, int level, const QJsonArray &items, const QString &path)
{
    for (const QJsonValue &item : items) {
        if (item.isObject()) {
            writeFields(page, level + 1, item.toObject(), path);
        } else {
            page.text(level + 1, textOf(item));
        }
    }
}

void writeFields(Page &page, int level, const QJsonObject &object, const QString &path)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString here = path + u'.' + it.key();
        if (isSkipped(here))
            continue;
        const QString label = labelFor(it.key());
        if (it.value().isObject()) {
            page.text(level, label + u':');
            writeFields(page, level + 1, it.value().toObject(), here);
        } else if (it.value().isArray()) {
            page.text(level, label + u':');
            writeItems(page, level, it.value().toArray(), here);
        } else {
            page.line(level, label, textOf(it.value()));
        }
    }
}

} // namespace

void writeGeneral(Page &page, const Subject &subject)
{
    writeName(page, subject);
    writeLabels(page, subject);
    writeFields(page, 0, subject.object, {});
    writeEvents(page, subject);
}

} // namespace faultline::describe
