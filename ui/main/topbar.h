#pragma once

#include "core/source/source.h"
#include "ui/main/livewords.h"
#include "ui/main/settings.h"

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace faultline::ui {

/// The bar at the top: what is open, how fresh it is, and what can be done with the whole of it.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setOrigin(const source::Origin &origin);
    /// What was odd about all that was read: a button with their number; none without one.
    void setRemarks(const QStringList &remarks);
    /// Old pictures are marked with a word, not by colour alone.
    void markStale();
    void markFresh();
    /// A live source has a button with its state in the place of the time at which a file was made.
    void setLive(const source::Live &live);
    void setNotices(Notices notices);
    /// Everything that the window can do, behind the last button.
    void setMenu(QMenu *menu);
    enum class Way { Closed, Open };
    void setHistory(Way back, Way forward);
    void setLanguage(base::Language language);
    void enableActions();
    void disableActions();

Q_SIGNALS:
    void sourceRequested();
    void remarksRequested();
    void reloadRequested();
    void exportRequested();
    void searchRequested();
    void backRequested();
    void forwardRequested();
    void languageRequested(faultline::base::Language language);
    void pauseRequested();
    void resumeRequested();
    void noticesRequested(faultline::ui::Notices notices);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHistory();
    void buildSearch();
    void buildLiveMenu();
    void showLive();
    int takenRoom() const;
    void showRemarks();
    void setOriginText();
    void showSearchText(int room);
    void retranslate();

    QLabel *m_brand;
    QToolButton *m_back;
    QToolButton *m_forward;
    QPushButton *m_source;
    QLabel *m_insecure;
    QToolButton *m_remarks;
    QLabel *m_fresh;
    QLabel *m_stale;
    QToolButton *m_liveState;
    QMenu *m_liveMenu;
    QAction *m_pause;
    QAction *m_notices;
    QTimer m_age; ///< while the picture is old, its age is told anew
    source::Live m_live;
    QToolButton *m_reload;
    QToolButton *m_language;
    QPushButton *m_export;
    QToolButton *m_menu;
    QPushButton *m_search;
    QLabel *m_searchKeys;
    source::Origin m_origin;
    QStringList m_remarkWords;
    base::Language m_shown = base::Language::English;
};

} // namespace faultline::ui
