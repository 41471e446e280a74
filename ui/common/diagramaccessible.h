#pragma once

#include <QtGui/QAccessibleInterface>
#include <QtWidgets/QAccessibleWidget>

#include <vector>

namespace faultline::ui {

class DiagramView;

/// A diagram for a screen reader: its children are the nodes, then the edges, then the viewport with its controls.
class DiagramAccessible : public QAccessibleWidget
{
public:
    explicit DiagramAccessible(DiagramView *view);
    ~DiagramAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    void forgetParts(); ///< the picture is another
    int partCount() const;
    int indexOf(const QString &id) const; ///< -1: none

private:
    const DiagramView &view() const;

    mutable std::vector<QAccessible::Id> m_parts;
};

/// Has DiagramAccessible made for every DiagramView; may be called often.
void installDiagramAccessible();

/// The keyboard is elsewhere in the diagram.
void tellDiagramFocus(DiagramView &view);

/// The nodes and edges that were handed out are gone.
void forgetDiagramParts(DiagramView &view);

} // namespace faultline::ui
