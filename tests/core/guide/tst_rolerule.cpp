#include "core/guide/rolerule.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace faultline;

class TestRoleRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeniedListNamesItsRule()
    {
        QCOMPARE(guide::ruleFor(u"forbidden:deployments"_s),
                 u"{apiGroups: [\"apps\"], resources: [deployments], verbs: [get, list, watch]}"_s);
    }

    void aDeniedTrialNamesItsRule()
    {
        QCOMPARE(guide::ruleFor(u"trialNotAllowed:pods/portforward"_s),
                 u"{apiGroups: [\"\"], resources: [pods/portforward], verbs: [get, create]}"_s);
        QCOMPARE(guide::ruleFor(u"trialNotAllowed:services/proxy"_s),
                 u"{apiGroups: [\"\"], resources: [services/proxy], verbs: [get]}"_s);
        QCOMPARE(guide::ruleFor(u"trialNotAllowed:pods/proxy"_s),
                 u"{apiGroups: [\"\"], resources: [pods/proxy], verbs: [get]}"_s);
        QCOMPARE(guide::ruleFor(u"trialNotAllowed:"_s), QString());
    }

    void secretsAndWhatIsNoMatterOfRightsNameNone_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char *reason : {"forbidden:secrets", "forbidden:unknownthings", "notTried", "notInInput:events", ""})
            QTest::newRow(reason) << QString::fromLatin1(reason);
    }

    void secretsAndWhatIsNoMatterOfRightsNameNone()
    {
        QFETCH(QString, reason);
        QCOMPARE(guide::ruleFor(reason), QString());
    }
};

QTEST_GUILESS_MAIN(TestRoleRule)
#include "tst_rolerule.moc"
