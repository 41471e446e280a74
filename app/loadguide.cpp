#include "app/loadguide.h"

#include <QtCore/QThread>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

QStringList linesOf(const std::vector<guide::Problem> &problems)
{
    QStringList lines;
    for (const guide::Problem &problem : problems)
        lines.append(problem.toString());
    return lines;
}

void add(guide::Guide &to, const guide::GuideFiles &files, std::vector<guide::Problem> &problems)
{
    problems = files.problems;
    guide::TeamGuides merged = withTeamGuides(std::move(to), files.texts);
    to = std::move(merged.guide);
    problems.insert(problems.end(), merged.problems.begin(), merged.problems.end());
}

} // namespace

GuideAhead loadGuideAhead()
{
    QThread::currentThread(); // Qt takes the first thread that it meets for the main one
    return std::async(std::launch::async, &guide::Guide::loadBuiltIn);
}

base::Result<LoadedGuide> loadGuide(const QStringList &named, base::Result<guide::Guide> builtIn)
{
    if (!builtIn)
        return tl::unexpected(builtIn.error());
    LoadedGuide loaded{*std::move(builtIn), {}};
    std::vector<guide::Problem> problems;
    add(loaded.guide, guide::readGuideFiles(guide::ownGuideFiles(named)), problems);
    loaded.complaints = linesOf(problems);
    add(loaded.guide, guide::readGuideFiles(named), problems);
    if (!problems.empty())
        return base::failure(base::Error::Kind::Usage, linesOf(problems).join(u'\n'));
    return loaded;
}

} // namespace faultline::app
