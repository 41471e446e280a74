#include "app/narrator.h"

#include "core/redact/redact.h"

#include <QtCore/QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

using source::Progress;

QString stateOf(const Progress &line)
{
    const QString detail = line.detail.isEmpty() ? QString() : u": "_s + line.detail;
    switch (line.state) {
    case Progress::State::Denied:
        return u"no right to read them"_s + detail;
    case Progress::State::Failed:
        return u"could not be read"_s + detail;
    default:
        return QString::number(line.items);
    }
}

/// Of files their names alone: a folder's path often holds a person's name, and this may stand in a log of CI.
QString placeOf(const source::Origin &origin)
{
    if (origin.type != source::Origin::Type::Live) {
        QStringList names;
        for (const QString &file : origin.files)
            names += file == "-"_L1 ? u"standard input"_s : QFileInfo(file).fileName();
        return u"read from "_s + names.join(u", "_s);
    }
    return u"read from context \"%1\", %2"_s.arg(
        origin.context, origin.nameSpace.isEmpty() ? u"all namespaces"_s : u"namespace "_s + origin.nameSpace);
}

} // namespace

Narrator::Narrator(const investigation::Investigation &investigation) : m_investigation(investigation)
{
    m_clock.start();
    connect(&m_investigation, &investigation::Investigation::waitingChanged, this, &Narrator::tellProgress);
}

void Narrator::tell(const QString &text) const
{
    const double seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    const QString line = u"faultline: %1 s  %2\n"_s.arg(seconds, 6, 'f', 2).arg(redact::clean(text).simplified());
    std::fputs(line.toUtf8().constData(), stderr);
}

void Narrator::tellProgress()
{
    for (const Progress &line : m_investigation.waiting()) {
        const bool isOver = line.state != Progress::State::Waiting && line.state != Progress::State::Running;
        if (!isOver || m_told.contains(line.what))
            continue;
        m_told.insert(line.what);
        tell(line.what + u": "_s + stateOf(line));
    }
}

void Narrator::conclude(size_t judged)
{
    tellProgress();
    const source::Origin &origin = m_investigation.origin();
    tell(placeOf(origin));
    for (const QString &file : origin.ignored)
        tell(u"left aside: "_s + QFileInfo(file).fileName());
    tell(u"judged: %1"_s.arg(judged));
}

} // namespace faultline::app
