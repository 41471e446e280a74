#pragma once

#include "core/base/language.h"
#include "ui/common/diagrampicture.h"

#include <QtCore/QHash>
#include <QtCore/QVariantAnimation>
#include <QtWidgets/QGraphicsView>

namespace faultline::ui {

class DiagramControls;
class DiagramEdge;
class DiagramFindBar;
class DiagramNode;
class DiagramOverview;

/// Shows a Picture: wheel (with Ctrl on a touchpad) zooms at the pointer, dragging pans, the keyboard walks (see
/// diagramkeys.h), an overview shows the whole where the view does not. Keeps its place when the picture changes. For a
/// screen reader its nodes and edges are children (see diagramaccessible.h).
class DiagramView : public QGraphicsView
{
    Q_OBJECT

public:
    enum class Overview { Shown, Hidden };
    enum class Follow { On, Off };

    explicit DiagramView(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    const Theme &theme() const { return m_theme; }
    void setLanguage(base::Language language);
    base::Language language() const { return m_language; }

    void setPicture(Picture picture);

    /// From now on the whole picture is kept in view, whatever its size and the window's, until a person zooms or pans;
    /// asking for "fit" or a picture of wholly other nodes begins anew.
    void keepFit();
    const Picture &picture() const { return m_picture; }

    /// Marks a node as the one in focus and brings it into view; an empty id takes the mark away.
    void setFocusNode(const QString &id);
    const QString &focusNode() const { return m_focusNode; }

    /// The small picture of the whole in a corner, shown while there is more than the view holds.
    void setOverview(Overview overview);
    Overview overview() const { return m_overviewWish; }
    DiagramOverview *overviewWidget() const { return m_overview; }

    /// Whether a new focus is brought into view.
    void setFollow(Follow follow);
    Follow follow() const { return m_follow; }

    /// Where the keyboard is: on a node and perhaps on one of its edges.
    const QString &keyboardNode() const { return m_keyboardNode; }
    const QString &keyboardEdge() const { return m_keyboardEdge; }
    void setKeyboardNode(const QString &id);
    void setKeyboardEdge(const QString &id); ///< of the present node, else of the one where the edge begins
    void activate(const QString &id);        ///< a node or an edge, as by Enter

    qreal zoom() const { return transform().m11(); }
    bool isInView(const QString &id) const; ///< the whole node

    DiagramControls *controls() const { return m_controls; }
    DiagramFindBar *findBar() const { return m_findBar; }
    const std::vector<QString> &matches() const { return m_matches; }

    DiagramNode *nodeAt(const QPoint &position) const;       ///< in the viewport; nullptr: none
    const PictureEdge *edgeAt(const QPoint &position) const; ///< an edge or its label

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();
    void zoomToFull();
    void showNode(const QString &id);
    void find(const QString &words); ///< opens the search with these words
    void endFind();                  ///< and gives the keyboard back to the diagram

Q_SIGNALS:
    void nodeActivated(const QString &id);
    void edgeActivated(const QString &id);
    void zoomChanged(qreal zoom);
    void overviewSwitched(faultline::ui::DiagramView::Overview overview);
    void followSwitched(faultline::ui::DiagramView::Follow follow);

protected:
    /// Brings an area into view, its upper left corner where it is larger than the view; ends keeping the fit if it
    /// has to move.
    void showArea(const QRectF &area);

    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void rebuild();
    void connectCorners();
    void settle(const QString &anchor, const QPointF &offset);
    void drawFrames(QPainter &painter) const;
    void drawBandTitle(QPainter &painter, const PictureBand &band) const;

    void fit();
    qreal fittingZoom() const;
    qreal barRoom() const;
    void endKeepingFit();
    void zoomBy(qreal factor);
    void glideTo(const QPointF &centre);
    QPointF centreFor(const QRectF &all, const QSizeF &room) const;
    QString anchorNode() const;
    bool isAllInView() const;

    void placeCorners();
    void placeOverview();
    std::vector<QRect> overviewCorners() const;
    qreal harmOf(const QRect &corner) const;

    void mark();
    bool moveKeyboard(int key);
    bool moveToEnd(int key);
    void stepEdge(int by);
    void announce();
    bool handleZoomKey(const QKeyEvent &event);
    bool handleWalkKey(const QKeyEvent &event);

    void lookFor(const QString &words);
    void goToMatch(int by);

    Theme m_theme = Theme::light();
    base::Language m_language = base::Language::English;
    Picture m_picture;
    QHash<QString, DiagramNode *> m_nodes;
    QHash<QString, DiagramEdge *> m_edges;
    QString m_focusNode;
    QString m_keyboardNode;
    QString m_keyboardEdge;
    bool m_keepsFocusShown = false; ///< it was in view, or on its way there, when the picture changed
    QVariantAnimation m_glide;
    DiagramControls *m_controls;
    DiagramFindBar *m_findBar;
    DiagramOverview *m_overview;
    Overview m_overviewWish = Overview::Shown;
    Follow m_follow = Follow::On;
    std::vector<QString> m_matches; ///< of the search
    QString m_match;                ///< the one it stands at
    QPoint m_pressed;
    bool m_isPanning = false;
    bool m_keepsFit = false;
    bool m_fitsByNature = false; ///< keepFit() was asked for
};

} // namespace faultline::ui
