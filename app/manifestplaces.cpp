#include "app/manifestplaces.h"

#include "core/source/fileplaces.h"
#include "core/source/inputfiles.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

/// A path that leads out of the working directory often holds a person's name.
QString shownPath(const QString &path)
{
    const QString relative = QDir::current().relativeFilePath(QFileInfo(path).absoluteFilePath());
    return relative.startsWith(".."_L1) || QDir::isAbsolutePath(relative) ? QFileInfo(path).fileName() : relative;
}

} // namespace

report::Places manifestPlaces(const report::Input &input, const QStringList &paths)
{
    report::Places places;
    QStringList given = paths;
    given.removeAll(u"-"_s);
    const auto files = source::findInputFiles(given);
    if (!files || given.isEmpty())
        return places;
    std::vector<source::FieldOf> fields;
    for (const report::PlacedField &field : report::fieldsToPlace(input))
        fields.push_back({field.first, field.second});
    for (const source::InputFile &file : files->objects) {
        if (file.content)
            continue; // in an archive: no line of it can be shown
        const auto lines = source::linesOf({file.path}, fields);
        for (auto line = lines.begin(); line != lines.end(); ++line) {
            places.emplace(report::PlacedField{line.key().object, line.key().field},
                           report::Place{shownPath(file.path), line.value().section(u':', -1).toInt()});
        }
    }
    return places;
}

} // namespace faultline::app
