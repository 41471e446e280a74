#pragma once

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

/// What tests of the pages (*.md) share: which there are, and a look at Markdown that is enough for ours.
namespace faultline::test {

inline const QString kRoot = QStringLiteral(FAULTLINE_SOURCE_DIR "/");

inline QString pageText(const QString &path)
{
    QFile file(kRoot + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every page of the repository, relative to its root.
inline QStringList allPages()
{
    QStringList pages;
    QDirIterator each(kRoot, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next().mid(kRoot.size());
        if (!path.startsWith(QStringLiteral("build"))) // what CMake made, if it was made inside of the tree
            pages.append(path);
    }
    pages.sort();
    return pages;
}

struct Block {
    QString language;
    QString text;
};

/// A page taken apart: its fenced blocks, and the rest without them.
struct Page {
    std::vector<Block> blocks;
    QStringList lines;

    QStringList headings() const { return lines.filter(QRegularExpression(QStringLiteral("^#{1,6} "))); }
};

inline Page readPage(const QString &text)
{
    Page page;
    bool isInside = false;
    const QString fence = QStringLiteral("```");
    for (const QString &line : text.split(u'\n')) {
        if (line.trimmed().startsWith(fence)) {
            isInside = !isInside;
            if (isInside)
                page.blocks.push_back({line.trimmed().mid(3), {}});
        } else if (isInside) {
            page.blocks.back().text += line + u'\n';
        } else {
            page.lines.append(line);
        }
    }
    return page;
}

/// The commands of its sh blocks, without comments.
inline QStringList commandsOf(const Page &page)
{
    static const QRegularExpression comment(QStringLiteral("(^|\\s+)#\\s.*$"));
    QStringList commands;
    for (const Block &block : page.blocks) {
        if (block.language != QStringLiteral("sh"))
            continue;
        for (QString line : block.text.split(u'\n', Qt::SkipEmptyParts)) {
            if (line.remove(comment); !line.trimmed().isEmpty())
                commands.append(line.trimmed());
        }
    }
    return commands;
}

struct Link {
    int line = 0; ///< among the lines outside of fences, from 1
    QString words;
    QString target;
    bool isPicture = false;
};

inline std::vector<Link> linksOf(const Page &page)
{
    static const QRegularExpression code(QStringLiteral("`[^`]*`"));
    static const QRegularExpression link(QStringLiteral("(!?)\\[([^\\]\\[]*)\\]\\(([^)\\s]*)\\)"));
    static const QRegularExpression bare(QStringLiteral("<(https?:[^>\\s]*)>"));
    std::vector<Link> links;
    for (qsizetype i = 0; i < page.lines.size(); ++i) {
        const QString line = QString(page.lines[i]).replace(code, QStringLiteral("code"));
        for (const auto &match : link.globalMatch(line)) {
            links.push_back(
                {static_cast<int>(i + 1), match.captured(2), match.captured(3), !match.captured(1).isEmpty()});
        }
        for (const auto &match : bare.globalMatch(line))
            links.push_back({static_cast<int>(i + 1), match.captured(1), match.captured(1), false});
    }
    return links;
}

/// What GitHub calls the places of the headings.
inline QStringList anchorsOf(const Page &page)
{
    static const QRegularExpression mark(QStringLiteral("^#+ +| +#*$"));
    static const QRegularExpression linked(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression dropped(QStringLiteral("[^\\p{L}\\p{N}\\p{M} _-]"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    QStringList anchors;
    for (QString heading : page.headings()) {
        heading.remove(mark).replace(linked, QStringLiteral("\\1"));
        const QString anchor = heading.toLower().remove(dropped).replace(u' ', u'-');
        const qsizetype before = anchors.count(anchor);
        anchors.append(before == 0 ? anchor : anchor + u'-' + QString::number(before));
    }
    return anchors;
}

} // namespace faultline::test
