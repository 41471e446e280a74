#pragma once

#include "ui/common/diagrampicture.h"

#include <QtCore/QPointer>
#include <QtGui/QAccessibleInterface>

namespace faultline::ui {

class DiagramView;

/// One node or edge of a diagram for a screen reader. Becomes invalid with its picture.
class DiagramPart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    DiagramPart(DiagramView *view, QString id);

    const QString &id() const { return m_id; }
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QVector<QPair<QAccessibleInterface *, QAccessible::Relation>> relations(QAccessible::Relation match) const override;

    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text kind, const QString &text) override;
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &name) const override;

private:
    const PictureNode *node() const;
    const PictureEdge *edge() const;
    QRectF sceneRect() const;

    QPointer<DiagramView> m_view;
    QString m_id;
};

} // namespace faultline::ui
