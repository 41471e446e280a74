#include "ui/export/pdfoutline.h"

// QPDF 11 asks which kind of shared pointer its interface shall take: the standard one.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <exception>

namespace faultline::ui::exporting {

namespace {

using Handle = QPDFObjectHandle;

/// Chains the bookmarks from `at` on that lie deeper than their parent, and those below them.
size_t addChildren(QPDF &pdf, Handle parent, const std::vector<Bookmark> &bookmarks, size_t at, int level)
{
    std::vector<Handle> pages = pdf.getAllPages();
    Handle last = Handle::newNull();
    int count = 0;
    while (at < bookmarks.size() && bookmarks[at].level >= level) {
        const Bookmark &mark = bookmarks[at];
        Handle item = pdf.makeIndirectObject(Handle::newDictionary());
        const auto page = static_cast<size_t>(std::clamp(mark.page, 0, static_cast<int>(pages.size()) - 1));
        const double height = pages[page].getKey("/MediaBox").getArrayItem(3).getNumericValue();
        item.replaceKey("/Title", Handle::newUnicodeString(mark.title.toStdString()));
        item.replaceKey("/Parent", parent);
        item.replaceKey("/Dest", Handle::newArray({pages[page], Handle::newName("/XYZ"), Handle::newNull(),
                                                   Handle::newReal(height - mark.below, 1), Handle::newNull()}));
        if (last.isNull()) {
            parent.replaceKey("/First", item);
        } else {
            last.replaceKey("/Next", item);
            item.replaceKey("/Prev", last);
        }
        parent.replaceKey("/Last", item);
        last = item;
        ++count;
        at = addChildren(pdf, item, bookmarks, at + 1, mark.level + 1);
    }
    if (count > 0)
        parent.replaceKey("/Count", Handle::newInteger(level == 0 ? count : -count)); // closed but for the first level
    return at;
}

} // namespace

QByteArray withOutline(const QByteArray &pdf, const std::vector<Bookmark> &bookmarks, const QString &language)
try {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("report", pdf.constData(), static_cast<size_t>(pdf.size()));
    Handle root = document.getRoot();
    Handle outline = document.makeIndirectObject(Handle::newDictionary());
    outline.replaceKey("/Type", Handle::newName("/Outlines"));
    addChildren(document, outline, bookmarks, 0, 0);
    root.replaceKey("/Outlines", outline);
    root.replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    root.replaceKey("/Lang", Handle::newString(language.toStdString()));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
} catch (const std::exception &) {
    return {};
}

} // namespace faultline::ui::exporting
