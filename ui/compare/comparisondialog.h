#pragma once

#include "core/investigation/picture.h"
#include "core/report/comparison.h"
#include "ui/common/theme.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;

namespace faultline::ui::comparing {

class ComparisonTree;

/// Shows what differs between two pictures of a cluster: findings that went and came, and objects that changed.
/// Compared on a worker. Stays open beside the window.
class ComparisonDialog : public QDialog
{
    Q_OBJECT

public:
    /// `title` says what is compared with what.
    ComparisonDialog(std::shared_ptr<const guide::Guide> guide, base::Language language, const QString &title,
                     QWidget *parent = nullptr);

    void setTheme(const Theme &theme);

    /// What is waited for, in words, until there are pictures.
    void setWaiting(const QString &words);
    void setProblem(const QString &words);
    void setPictures(const std::shared_ptr<const investigation::Picture> &before,
                     const std::shared_ptr<const investigation::Picture> &after);

    /// Writes Markdown, or JSON to a name that ends so, in one piece.
    void saveTo(const QString &path);

Q_SIGNALS:
    void subjectActivated(const faultline::model::ObjectRef &subject);
    void objectActivated(const faultline::model::ObjectRef &object);
    void shown(); ///< the comparison of the last setPictures()

private:
    struct Compared;

    void compare();
    void take(const std::shared_ptr<const Compared> &compared);
    void askWhere();
    void copy();
    void say(const QString &words, const QString &state);

    std::shared_ptr<const guide::Guide> m_guide;
    base::Language m_language;
    Theme m_theme;
    std::shared_ptr<const investigation::Picture> m_before, m_after;
    std::shared_ptr<const Compared> m_compared;
    QLabel *m_summary;
    ComparisonTree *m_tree;
    QLabel *m_message;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_close;
    bool m_isComparing = false;
    bool m_isDue = false; ///< pictures came while others were compared
};

} // namespace faultline::ui::comparing
