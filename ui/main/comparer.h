#pragma once

#include "core/investigation/picturetaker.h"
#include "ui/compare/comparisondialog.h"

namespace faultline::ui {

/// Opens comparisons: of what is open now with what it was when it was opened, which goes on while the cluster changes,
/// or with a snapshot or other input.
class Comparer : public QObject
{
    Q_OBJECT

public:
    Comparer(investigation::Investigation &investigation, QWidget *window);

    /// Both give a dialog that is not shown yet and deletes itself once closed.
    comparing::ComparisonDialog *sinceOpened(base::Language language);

    /// `path` is older than what is open, which is read once more: a comparison wants the objects whole.
    comparing::ComparisonDialog *withFile(const QString &path, base::Language language);

private:
    std::shared_ptr<const investigation::Picture> present() const;

    investigation::Investigation &m_investigation;
    QWidget *m_window;
};

} // namespace faultline::ui
