#pragma once

#include "ui/common/face.h"
#include "ui/common/theme.h"

#include <QtWidgets/QFrame>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace faultline::ui {

class Badge;
class CopyButton;
class WaitList;

/// One component, six faces: empty, loading, denied, failed, stale, and a notice. As a page it stands where the picture
/// would be; as a strip it lies above a picture that is still good to look at.
class StatePanel : public QFrame
{
    Q_OBJECT

public:
    enum class Form { Page, Strip };
    explicit StatePanel(Form form, QWidget *parent = nullptr);

    void setFace(const Face &face);
    void setTheme(const Theme &theme);
    const Face &face() const { return m_face; }

Q_SIGNALS:
    void cancelRequested(); ///< Loading
    void retryRequested();  ///< Denied, Failed, Stale
    void openRequested();   ///< open something else: Empty, Denied, Failed

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildPage();
    void buildStrip();
    QBoxLayout *buildButtons();
    void showProgress();
    void retranslate();

    Form m_form;
    Face m_face;
    Badge *m_badge;
    QLabel *m_title;
    QLabel *m_body;
    QLabel *m_where;
    QFrame *m_codeFrame;
    QLabel *m_code;
    CopyButton *m_copy;
    QProgressBar *m_progress;
    WaitList *m_waiting;
    QPushButton *m_cancel;
    QPushButton *m_retry;
    QPushButton *m_open;
};

} // namespace faultline::ui
