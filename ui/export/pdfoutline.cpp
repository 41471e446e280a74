#include "ui/export/pdfoutline.h"

// The C interface: QPDF 11's C++ headers do not compile as C++20 with clang 14.
#include <qpdf/qpdf-c.h>

#include <algorithm>

namespace faultline::ui::exporting {

namespace {

/// A PDF that is being changed. Handles live as long as it does.
class Document
{
public:
    Document() : m_pdf(qpdf_init())
    {
        qpdf_set_suppress_warnings(m_pdf, QPDF_TRUE);
        qpdf_silence_errors(m_pdf);
    }
    ~Document() { qpdf_cleanup(&m_pdf); }
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    bool read(const QByteArray &bytes)
    {
        const auto size = static_cast<unsigned long long>(bytes.size());
        return (qpdf_read_memory(m_pdf, "report", bytes.constData(), size, nullptr) & QPDF_ERRORS) == 0;
    }

    QByteArray written()
    {
        if (((qpdf_init_write_memory(m_pdf) | qpdf_write(m_pdf)) & QPDF_ERRORS) != 0)
            return {};
        return {reinterpret_cast<const char *>(qpdf_get_buffer(m_pdf)),
                static_cast<qsizetype>(qpdf_get_buffer_length(m_pdf))};
    }

    /// What a reader of the document sees first: the outline, in that language.
    void open(qpdf_oh outline, const QString &language)
    {
        const qpdf_oh root = qpdf_get_root(m_pdf);
        set(root, "/Outlines", outline);
        set(root, "/PageMode", qpdf_oh_new_name(m_pdf, "/UseOutlines"));
        set(root, "/Lang", qpdf_oh_new_string(m_pdf, language.toUtf8().constData()));
    }

    qpdf_oh newOutline()
    {
        const qpdf_oh outline = qpdf_make_indirect_object(m_pdf, qpdf_oh_new_dictionary(m_pdf));
        set(outline, "/Type", qpdf_oh_new_name(m_pdf, "/Outlines"));
        return outline;
    }

    /// Chains the bookmarks from `at` on that lie deeper than their parent, and those below them. Gives the next one.
    size_t addChildren(qpdf_oh parent, const std::vector<Bookmark> &bookmarks, size_t at, int level)
    {
        qpdf_oh last = 0;
        int count = 0;
        while (at < bookmarks.size() && bookmarks[at].level >= level) {
            const qpdf_oh item = newItem(parent, bookmarks[at]);
            set(last == 0 ? parent : last, last == 0 ? "/First" : "/Next", item);
            if (last != 0)
                set(item, "/Prev", last);
            set(parent, "/Last", item);
            last = item;
            ++count;
            at = addChildren(item, bookmarks, at + 1, bookmarks[at].level + 1);
        }
        if (count > 0) // below the first level they begin closed
            set(parent, "/Count", qpdf_oh_new_integer(m_pdf, level == 0 ? count : -count));
        return at;
    }

private:
    void set(qpdf_oh object, const char *key, qpdf_oh value) { qpdf_oh_replace_key(m_pdf, object, key, value); }

    qpdf_oh newItem(qpdf_oh parent, const Bookmark &bookmark)
    {
        const int pages = qpdf_get_num_pages(m_pdf);
        const qpdf_oh page = qpdf_get_page_n(m_pdf, static_cast<size_t>(std::clamp(bookmark.page, 0, pages - 1)));
        const qpdf_oh box = qpdf_oh_get_key(m_pdf, page, "/MediaBox");
        const double height = qpdf_oh_get_numeric_value(m_pdf, qpdf_oh_get_array_item(m_pdf, box, 3));
        const qpdf_oh target = qpdf_oh_new_array(m_pdf);
        for (const qpdf_oh part :
             {page, qpdf_oh_new_name(m_pdf, "/XYZ"), qpdf_oh_new_null(m_pdf),
              qpdf_oh_new_real_from_double(m_pdf, height - bookmark.below, 1), qpdf_oh_new_null(m_pdf)})
            qpdf_oh_append_item(m_pdf, target, part);
        const qpdf_oh item = qpdf_make_indirect_object(m_pdf, qpdf_oh_new_dictionary(m_pdf));
        set(item, "/Title", qpdf_oh_new_unicode_string(m_pdf, bookmark.title.toUtf8().constData()));
        set(item, "/Parent", parent);
        set(item, "/Dest", target);
        return item;
    }

    qpdf_data m_pdf;
};

} // namespace

QByteArray withOutline(const QByteArray &pdf, const std::vector<Bookmark> &bookmarks, const QString &language)
{
    Document document;
    if (!document.read(pdf))
        return {};
    const qpdf_oh outline = document.newOutline();
    document.addChildren(outline, bookmarks, 0, 0);
    document.open(outline, language);
    return document.written();
}

} // namespace faultline::ui::exporting
