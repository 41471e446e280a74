#pragma once

#include "ui/main/palettemodel.h"

#include <QtCore/QPointer>
#include <QtGui/QColor>
#include <QtWidgets/QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace faultline::ui {

class PaletteDelegate;
struct Theme;

/// A field over the window that finds everything by name: applications, actions, objects, questions. It lies over all
/// of its parent; Esc, a click beside it, and a choice take it away and give the keyboard back.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void open(std::vector<PaletteEntry> entries);
    void close();
    void setTheme(const Theme &theme);

Q_SIGNALS:
    void chosen(const faultline::ui::PaletteEntry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool takeKey(int key);
    void search(const QString &text);
    void moveBy(int by);
    void choose(const QModelIndex &index);
    void place();
    void retranslate();

    QFrame *m_frame;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    PaletteModel *m_model;
    PaletteDelegate *m_delegate;
    QColor m_veil;              ///< over what lies behind
    QPointer<QWidget> m_before; ///< had the keyboard
};

} // namespace faultline::ui
