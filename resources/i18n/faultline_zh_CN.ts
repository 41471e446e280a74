<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>faultline::ui::connections::ConnectionModel</name>
    <message>
        <source>Selector = template labels</source>
        <translation>selector = 模板标签</translation>
    </message>
    <message>
        <source>Selector = Pod labels</source>
        <translation>selector = Pod 标签</translation>
    </message>
    <message>
        <source>targetPort = container port</source>
        <translation>targetPort = 容器端口</translation>
    </message>
    <message>
        <source>Ingress names a Service</source>
        <translation>Ingress 指向的 Service</translation>
    </message>
    <message>
        <source>Ingress port = Service port</source>
        <translation>Ingress 端口 = Service 端口</translation>
    </message>
    <message>
        <source>Route names a Service</source>
        <translation>路由指向的 Service</translation>
    </message>
    <message>
        <source>Route port = Service port</source>
        <translation>路由端口 = Service 端口</translation>
    </message>
    <message>
        <source>no such label</source>
        <translation>没有这个标签</translation>
    </message>
    <message>
        <source>no such port is declared</source>
        <translation>没有声明这个端口</translation>
    </message>
    <message>
        <source>no such Service</source>
        <translation>没有这个 Service</translation>
    </message>
    <message>
        <source>no such port</source>
        <translation>没有这个端口</translation>
    </message>
    <message>
        <source>%1 · on %2 of %3 Pods</source>
        <translation>%1 · %3 个 Pod 中的 %2 个</translation>
    </message>
    <message>
        <source>What must match</source>
        <translation>必须一致的内容</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>There</source>
        <translation>彼处</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connections::ConnectionsView</name>
    <message>
        <source>What must match</source>
        <translation>必须一致的内容</translation>
    </message>
    <message>
        <source>Nothing points from one object to another here.</source>
        <translation>这里没有对象指向另一个对象。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::WebLink</name>
    <message>
        <source>Open %1 in the browser</source>
        <translation>在浏览器中打开 %1</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>no such label</source>
        <translation>没有这个标签</translation>
    </message>
    <message>
        <source>Service selector</source>
        <translation>Service 的 selector</translation>
    </message>
    <message>
        <source>Pod labels</source>
        <translation>Pod 的标签</translation>
    </message>
    <message>
        <source>targetPort</source>
        <translation>targetPort</translation>
    </message>
    <message>
        <source>Ports of the containers</source>
        <translation>容器的端口</translation>
    </message>
    <message>
        <source>Port of the backend</source>
        <translation>后端的端口</translation>
    </message>
    <message>
        <source>Ports of the Service</source>
        <translation>Service 的端口</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>nothing open</source>
        <translation>尚未打开</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等 %2 个</translation>
    </message>
    <message>
        <source>no right to read</source>
        <translation>无权读取</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>%1 of %2 lists are here.</source>
        <translation>已收到 %1 / %2 个列表。</translation>
    </message>
    <message>
        <source>You may not look at this cluster's objects</source>
        <translation>你无权查看该集群的对象</translation>
    </message>
    <message>
        <source>Whoever administers the cluster can allow it with this rule, bound to your user:</source>
        <translation>集群管理员可以把下面的规则绑定到你的用户来放行：</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>读取已中止</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>all namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>There is no application here</source>
        <translation>这里没有应用</translation>
    </message>
    <message>
        <source>No Deployment, StatefulSet, DaemonSet, Job, Pod, Service or Ingress was found in %1. Choose another namespace or another file.</source>
        <translation>在 %1 中没有找到 Deployment、StatefulSet、DaemonSet、Job、Pod、Service 或 Ingress。请选择其他命名空间或其他文件。</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>正在重新读取</translation>
    </message>
    <message>
        <source>Old picture, %1</source>
        <translation>旧数据，%1</translation>
    </message>
    <message>
        <source>Reading again failed: %1</source>
        <translation>重新读取失败：%1</translation>
    </message>
    <message>
        <source>Guide file left out</source>
        <translation>有指南文件未被采用</translation>
    </message>
    <message>
        <source>and %1 more: faultline guide lint</source>
        <translation>另有 %1 处：faultline guide lint</translation>
    </message>
    <message>
        <source>The namespace %1 does not exist</source>
        <translation>命名空间 %1 不存在</translation>
    </message>
    <message>
        <source>The server says that there is none of this name. Look at the spelling, or choose another namespace.</source>
        <translation>服务器表示没有这个名称的命名空间。请检查拼写，或选择其他命名空间。</translation>
    </message>
    <message>
        <source>Still waiting for: %1</source>
        <translation>还在等待：%1</translation>
    </message>
</context>
<context>
    <name>WizardWords</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>a step to look at; nothing to answer</source>
        <translation>只需查看，无需回答</translation>
    </message>
    <message>
        <source>answered by the cluster</source>
        <translation>由集群回答</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>你的回答</translation>
    </message>
    <message>
        <source>your answer; the cluster says %1</source>
        <translation>你的回答；集群的回答是“%1”</translation>
    </message>
    <message>
        <source>nobody has answered yet</source>
        <translation>还没有人回答</translation>
    </message>
    <message>
        <source>The command below shows what this step looks at.</source>
        <translation>下面的命令可以看到这一步所查看的内容。</translation>
    </message>
    <message>
        <source>The cluster shows nothing that stands against it.</source>
        <translation>集群中没有与此相悖的迹象。</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>尚未测试</translation>
    </message>
    <message>
        <source>Not tried: only a request over the connection itself can tell. Let Faultline try it where it can, or run the command below, look at what comes back, then answer.</source>
        <translation>尚未测试：只有真正发出请求才能知道。可以让 Faultline 代为测试（若可行），或运行下面的命令、查看返回内容，再作答。</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
</context>
<context>
    <name>faultline::ui::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>faultline::ui::DiagramArea</name>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Show the topology</source>
        <translation>显示拓扑</translation>
    </message>
    <message>
        <source>What must match</source>
        <translation>必须一致的内容</translation>
    </message>
    <message>
        <source>What must match: %1 wrong</source>
        <translation>必须一致的内容：%1 处不符</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>排查图</translation>
    </message>
</context>
<context>
    <name>faultline::ui::StatePanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open something else…</source>
        <translation>打开其他来源…</translation>
    </message>
    <message>
        <source>Role rule</source>
        <translation>Role 规则</translation>
    </message>
</context>
<context>
    <name>faultline::ui::TopBar</name>
    <message>
        <source>1 remark</source>
        <translation>1 条说明</translation>
    </message>
    <message>
        <source>%1 remarks</source>
        <translation>%1 条说明</translation>
    </message>
    <message>
        <source>and %1 more, among what was not checked</source>
        <translation>另有 %1 条，见“未检查”</translation>
    </message>
    <message>
        <source>Remarks on what was read: %1</source>
        <translation>关于读取内容的说明：%1</translation>
    </message>
    <message>
        <source>Source: %1. Opens the start page.</source>
        <translation>来源：%1。点击打开起始页。</translation>
    </message>
    <message>
        <source>TLS not verified</source>
        <translation>未验证 TLS</translation>
    </message>
    <message>
        <source>old picture</source>
        <translation>旧数据</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Read again (Ctrl+R)</source>
        <translation>重新读取（Ctrl+R）</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换英文和中文</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Export a report (Ctrl+E)</source>
        <translation>导出报告（Ctrl+E）</translation>
    </message>
    <message>
        <source>Resume live updates</source>
        <translation>恢复实时更新</translation>
    </message>
    <message>
        <source>Pause live updates</source>
        <translation>暂停实时更新</translation>
    </message>
    <message>
        <source>Tell me on the desktop when something breaks or heals</source>
        <translation>有应用故障或恢复时发送桌面通知</translation>
    </message>
    <message>
        <source>Search objects, findings, actions</source>
        <translation>搜索对象、结论、操作</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search everything (Ctrl+K)</source>
        <translation>搜索全部内容（Ctrl+K）</translation>
    </message>
    <message>
        <source>Back to what was shown before (Ctrl+[)</source>
        <translation>返回之前所看的内容（Ctrl+[）</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translation>返回之前所看的内容</translation>
    </message>
    <message>
        <source>Forward again (Ctrl+])</source>
        <translation>再次前进（Ctrl+]）</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次前进</translation>
    </message>
    <message>
        <source>Everything that the window can do</source>
        <translation>窗口的全部功能</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::PluginConsent</name>
    <message>
        <source>Run the login program?</source>
        <translation>运行登录程序？</translation>
    </message>
    <message>
        <source>User %1 logs in by running a program on this computer:</source>
        <translation>用户 %1 通过在本机运行一个程序来登录：</translation>
    </message>
    <message>
        <source>Named in: %1</source>
        <translation>出自文件：%1</translation>
    </message>
    <message>
        <source>It runs now and whenever the login has expired. This very command line is remembered; another one is asked about again.</source>
        <translation>现在运行一次，以后每次登录过期时再运行。只记住这一条命令行；命令行有变化时会再次询问。</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Do not run it</source>
        <translation>不运行</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::ClusterForm</name>
    <message>
        <source>Mend the file, or choose another kubeconfig.</source>
        <translation>请修正该文件，或选择其他 kubeconfig。</translation>
    </message>
    <message>
        <source>There is no context %1 here</source>
        <translation>这里没有名为 %1 的 context</translation>
    </message>
    <message>
        <source>Choose one of the list, or another kubeconfig.</source>
        <translation>请从列表中选择，或换一个 kubeconfig。</translation>
    </message>
    <message>
        <source>Choose another context, or mend this one in its file.</source>
        <translation>请选择其他 context，或在文件中修正它。</translation>
    </message>
    <message>
        <source>Choose a kubeconfig</source>
        <translation>选择 kubeconfig</translation>
    </message>
    <message>
        <source>Other kubeconfig…</source>
        <translation>其他 kubeconfig…</translation>
    </message>
    <message>
        <source>&amp;Namespace</source>
        <translation>命名空间(&amp;N)</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Context 列表</translation>
    </message>
    <message>
        <source>Looked for, not found: %1</source>
        <translation>找过，但不存在：%1</translation>
    </message>
    <message>
        <source>Look at a cluster</source>
        <translation>查看集群</translation>
    </message>
    <message>
        <source>This context does not verify its server: whoever is in between could answer for it, and read the credentials.</source>
        <translation>这个 context 不验证服务器：中间的任何人都可以冒充它，并读到凭据。</translation>
    </message>
    <message>
        <source>Only reads: lists and watches, never writes. Secrets come without their values.</source>
        <translation>只读：只列出和监听，从不写入。Secret 不含其值。</translation>
    </message>
    <message>
        <source>No cluster to choose yet. kubectl and Faultline look at the files named in KUBECONFIG, else at ~/.kube/config; choose a file that has a context.</source>
        <translation>还没有可选的集群。kubectl 和 Faultline 会查找 KUBECONFIG 中列出的文件，否则查找 ~/.kube/config；请选择一个含有 context 的文件。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::ConnectPage</name>
    <message>
        <source>Why does it not answer?</source>
        <translation>为什么没有响应？</translation>
    </message>
    <message>
        <source>Faultline reads a cluster and walks the questions that lead to the fault, from the rollout up to the Ingress. It only reads; nothing in the cluster is changed.</source>
        <translation>Faultline 读取集群，从发布一路到 Ingress 逐个提问，直至找到故障所在。它只读取，不会改动集群中的任何东西。</translation>
    </message>
    <message>
        <source>Back to what is open</source>
        <translation>返回已打开的内容</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::ContextModel</name>
    <message>
        <source>%1 (current)</source>
        <translation>%1（当前）</translation>
    </message>
    <message>
        <source>TLS not verified</source>
        <translation>未验证 TLS</translation>
    </message>
    <message>
        <source>Context: %1</source>
        <translation>Context：%1</translation>
    </message>
    <message>
        <source>Cluster: %1</source>
        <translation>集群：%1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>用户：%1</translation>
    </message>
    <message>
        <source>Namespace: %1</source>
        <translation>命名空间：%1</translation>
    </message>
    <message>
        <source>The server's certificate is not verified: whoever is in between could answer for it.</source>
        <translation>不验证服务器的证书：中间的任何人都可以冒充它。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::FileForm</name>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Objects, dumps and snapshots (*.yaml *.yml *.json *.tar *.tar.gz *.tgz *.zip *.gz *.zst)</source>
        <translation>对象、转储和快照 (*.yaml *.yml *.json *.tar *.tar.gz *.tgz *.zip *.gz *.zst)</translation>
    </message>
    <message>
        <source>Drop manifests, dumps, support bundles or snapshots onto the window: files, folders or archives. No cluster is asked.</source>
        <translation>把清单、转储、支持包或快照拖到窗口上：文件、文件夹或压缩包均可。不会访问任何集群。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::EvidencePanel</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Events %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Logs %1</source>
        <translation>日志 %1</translation>
    </message>
    <message>
        <source>Not checked %1</source>
        <translation>未检查 %1</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>发布历史</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>faultline::ui::comparing::ComparisonTree</name>
    <message>
        <source>What changed</source>
        <translation>有哪些变化</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>之前 → 之后</translation>
    </message>
    <message>
        <source>Not compared, as they could not be read</source>
        <translation>因无法读取而未比较</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>新出现</translation>
    </message>
    <message>
        <source>Went</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>仍然存在</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状态</translation>
    </message>
    <message>
        <source>Objects that differ</source>
        <translation>有差异的对象</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>New faults: %1. Findings that went: %2, that stayed: %3. Objects that differ: %4.</source>
        <translation>新故障：%1。消失的发现：%2，仍存在的：%3。有差异的对象：%4。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::comparing::ComparisonDialog</name>
    <message>
        <source>What changed</source>
        <translation>有哪些变化</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This cannot be compared.</source>
        <translation>无法比较。</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较结果</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>faultline::ui::Comparer</name>
    <message>
        <source>%1, as it was at %2, and as it is now</source>
        <translation>%1：%2 时的状态与现在的状态</translation>
    </message>
    <message>
        <source>All that was read</source>
        <translation>读取的全部内容</translation>
    </message>
    <message>
        <source>%1, and what is open now</source>
        <translation>%1 与当前打开的内容</translation>
    </message>
    <message>
        <source>Reading %1, and what is open once more…</source>
        <translation>正在读取 %1，并重新读取当前打开的内容…</translation>
    </message>
</context>
<context>
    <name>faultline::ui::exporting::ExportDialog</name>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>All that the list shows (%1)</source>
        <translation>列表中显示的全部（%1 个）</translation>
    </message>
    <message>
        <source>Include server address and user name</source>
        <translation>包含服务器地址和用户名</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>… the file holds all of it.</source>
        <translation>……完整内容在文件中。</translation>
    </message>
    <message>
        <source>This report could not be made as %1.</source>
        <translation>无法生成 %1 格式的报告。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Also mask</source>
        <translation>额外遮蔽</translation>
    </message>
</context>
<context>
    <name>faultline::ui::exporting::MaskPanel</name>
    <message>
        <source>Private addresses</source>
        <translation>私有地址</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Words of yours, separated by commas</source>
        <translation>你指定的词，用逗号分隔</translation>
    </message>
    <message>
        <source>Words to mask</source>
        <translation>要遮蔽的词</translation>
    </message>
    <message>
        <source>Mask the selection</source>
        <translation>遮蔽选中内容</translation>
    </message>
    <message>
        <source>What is masked</source>
        <translation>已遮蔽的内容</translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation>看起来像</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>遮蔽标记</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Nothing here had to be masked. Values of Secrets and of environment variables are never in a report.</source>
        <translation>此处没有需要遮蔽的内容。Secret 和环境变量的值从不出现在报告中。</translation>
    </message>
    <message>
        <source>Masked here. Different values: %1; times in all: %2. The same value has the same mask.</source>
        <translation>此处遮蔽了 %1 个不同的值，共 %2 次。相同的值使用相同的标记。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::AnswerBar</name>
    <message>
        <source>Only you can tell:</source>
        <translation>只有你能判断：</translation>
    </message>
    <message>
        <source>You answered this yourself:</source>
        <translation>这是你自己的回答：</translation>
    </message>
    <message>
        <source>Nothing to answer at this step.</source>
        <translation>这一步无需回答。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>I don't know</source>
        <translation>不知道</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Was that right? If you know better, answer:</source>
        <translation>判断得对吗？如果你更清楚，请回答：</translation>
    </message>
    <message>
        <source>Not tried yet. What came back?</source>
        <translation>尚未测试。结果如何？</translation>
    </message>
    <message>
        <source>Key Y, while the card has the keyboard</source>
        <translation>卡片有键盘焦点时按 Y</translation>
    </message>
    <message>
        <source>Key N, while the card has the keyboard</source>
        <translation>卡片有键盘焦点时按 N</translation>
    </message>
    <message>
        <source>Key U, while the card has the keyboard</source>
        <translation>卡片有键盘焦点时按 U</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::WizardCard</name>
    <message>
        <source>This step only leads on to the next one.</source>
        <translation>这一步只是通向下一步。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>没有步骤</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>为什么重要</translation>
    </message>
    <message>
        <source>Likely causes</source>
        <translation>可能的成因</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>如何修复</translation>
    </message>
    <message>
        <source>See it yourself</source>
        <translation>自己查看</translation>
    </message>
    <message>
        <source>No command shows this step.</source>
        <translation>没有命令可以查看这一步。</translation>
    </message>
    <message>
        <source>Try it by hand</source>
        <translation>自己测试</translation>
    </message>
    <message>
        <source>If that does not help</source>
        <translation>如果没有效果</translation>
    </message>
    <message>
        <source>why do you ask?</source>
        <translation>为什么问这个？</translation>
    </message>
    <message>
        <source>Shows the reason for the question, and where each answer leads</source>
        <translation>显示提问的原因，以及每种回答通向哪里</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::WorkloadModel</name>
    <message>
        <source>could not be looked at</source>
        <translation>无法查看</translation>
    </message>
    <message>
        <source>no Pods</source>
        <translation>没有 Pod</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 / %2 就绪</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::WorkloadPanel</name>
    <message>
        <source>%1 fine · %2 broken</source>
        <translation>%1 正常 · %2 故障</translation>
    </message>
    <message>
        <source>No application here.</source>
        <translation>这里没有应用。</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>No application matches.</source>
        <translation>没有符合的应用。</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Changes show as they happen.</source>
        <translation>变化会随时显示。</translation>
    </message>
    <message>
        <source>live, some by lists</source>
        <translation>实时（部分轮询）</translation>
    </message>
    <message>
        <source>Changes show as they happen. These kinds may be listed but not watched, and are read once a minute: %1.</source>
        <translation>变化会随时显示。以下类型只允许 list、不允许 watch，每分钟读取一次：%1。</translation>
    </message>
    <message>
        <source>resuming</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>The connection is being taken up again; what was missed will come.</source>
        <translation>正在恢复连接；错过的变化会补上。</translation>
    </message>
    <message>
        <source>stale since %1 (%2)</source>
        <translation>自 %1 起未更新（%2）</translation>
    </message>
    <message>
        <source>Nothing is heard from the server. It is tried again by itself.</source>
        <translation>收不到服务器的消息，会自动重试。</translation>
    </message>
    <message>
        <source>logged out since %1 (%2)</source>
        <translation>自 %1 起登录失效（%2）</translation>
    </message>
    <message>
        <source>The server does not accept the credentials any more. Log in again with your cluster's own tool, then reload.</source>
        <translation>服务器不再接受这些凭据。请用集群自带的工具重新登录，然后重新读取。</translation>
    </message>
    <message>
        <source>paused at %1 (%2)</source>
        <translation>已暂停于 %1（%2）</translation>
    </message>
    <message>
        <source>You paused the live updates: the picture stays as it is.</source>
        <translation>你暂停了实时更新：画面保持不变。</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 is healthy again</source>
        <translation>%1 已恢复正常</translation>
    </message>
    <message>
        <source>%1 is broken</source>
        <translation>%1 出现故障</translation>
    </message>
    <message>
        <source>%1 is healthy again after %2</source>
        <translation>%1 在 %2后恢复正常</translation>
    </message>
    <message>
        <source>%1 is broken, after %2 in good health</source>
        <translation>%1 在正常 %2后出现故障</translation>
    </message>
</context>
<context>
    <name>faultline::ui::NewsLine</name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1（另有 %2 条）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>faultline::ui::MainWindow</name>
    <message>
        <source>No tunnel could be opened: %1</source>
        <translation>无法打开隧道：%1</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1/%2，%3</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Snapshots (*.tar.gz)</source>
        <translation>快照 (*.tar.gz)</translation>
    </message>
    <message>
        <source>This cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Compare with a snapshot or other input</source>
        <translation>与快照或其他输入比较</translation>
    </message>
</context>
<context>
    <name>faultline::ui::SnapshotDialog</name>
    <message>
        <source>Save snapshot</source>
        <translation>保存快照</translation>
    </message>
    <message>
        <source>Reading what is open once more …</source>
        <translation>正在重新读取当前打开的内容…</translation>
    </message>
    <message>
        <source>Then it is written to %1.</source>
        <translation>随后写入 %1。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The snapshot is saved (%1).</source>
        <translation>快照已保存（%1）。</translation>
    </message>
    <message>
        <source>%1

What Secrets and environment variables hold is not in it, and what looks like a credential is masked; names, addresses and messages are. Open it here or with faultline -f.</source>
        <translation>%1

其中不含 Secret 和环境变量的值，疑似凭据的内容已遮盖；名称、地址和消息则保留。可在此处打开，或使用 faultline -f 打开。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The snapshot could not be saved.</source>
        <translation>无法保存快照。</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>%1 is not there or may not be read.</source>
        <translation>%1 不存在或无法读取。</translation>
    </message>
    <message>
        <source>%1 is neither text nor an archive. Faultline opens YAML, JSON, folders of them, dumps, bundles (.tar, .tar.gz, .zip) and its own snapshots.</source>
        <translation>%1 既不是文本也不是归档。Faultline 可打开 YAML、JSON、包含它们的文件夹、转储、支持包（.tar、.tar.gz、.zip）以及自己的快照。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1 is not on this computer: save it to a file first.</source>
        <translation>%1 不在本机上：请先保存为文件。</translation>
    </message>
    <message>
        <source>Drop files or folders here; text is not read.</source>
        <translation>请将文件或文件夹拖放到此处；不读取文本。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::LogView</name>
    <message>
        <source>%1 (the run before)</source>
        <translation>%1（上一次运行）</translation>
    </message>
    <message>
        <source>There is no log: %1</source>
        <translation>没有日志：%1</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>日志为空。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Which log</source>
        <translation>选择日志</translation>
    </message>
    <message>
        <source>These Pods have no container that has run, or there is no Pod.</source>
        <translation>这些 Pod 没有运行过的容器，或没有 Pod。</translation>
    </message>
    <message>
        <source>Fetching the log …</source>
        <translation>正在获取日志…</translation>
    </message>
    <message>
        <source>The stream has ended: the container has stopped, or its log was rotated.</source>
        <translation>日志流已结束：容器已停止，或日志已轮转。</translation>
    </message>
    <message>
        <source>The stream broke off: %1</source>
        <translation>日志流中断：%1</translation>
    </message>
    <message>
        <source>Following.</source>
        <translation>正在跟踪。</translation>
    </message>
    <message>
        <source>%1 older lines were dropped; the last %2 are kept.</source>
        <translation>已丢弃 %1 行较早的日志；保留最后 %2 行。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>Show what the container writes from now on</source>
        <translation>显示容器此后写出的内容</translation>
    </message>
    <message>
        <source>Search in this log</source>
        <translation>在此日志中搜索</translation>
    </message>
    <message>
        <source>All Pods together (%1 logs)</source>
        <translation>所有 Pod 合在一起（%1 份日志）</translation>
    </message>
    <message>
        <source>%1 of %2 logs are here.</source>
        <translation>已取得 %2 份日志中的 %1 份。</translation>
    </message>
    <message>
        <source>Only the first %1 logs are taken.</source>
        <translation>只取前 %1 份日志。</translation>
    </message>
    <message>
        <source>In the order of the times that the lines begin with.</source>
        <translation>按各行开头的时间排序。</translation>
    </message>
    <message>
        <source>One Pod after the other: not every line begins with a time.</source>
        <translation>逐个 Pod 排列：并非每行都以时间开头。</translation>
    </message>
    <message>
        <source>%1 older lines are left out.</source>
        <translation>省略了 %1 行较早的日志。</translation>
    </message>
    <message>
        <source>These Pods have written nothing yet.</source>
        <translation>这些 Pod 还没有写出任何内容。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该行</translation>
    </message>
    <message>
        <source>Probably why it ended with code %1, line %2: %3</source>
        <translation>很可能是以退出码 %1 结束的原因，第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open a cluster or a sample</source>
        <translation>打开集群或示例</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Pause or resume live updates</source>
        <translation>暂停或恢复实时更新</translation>
    </message>
    <message>
        <source>Stop all tunnels</source>
        <translation>停止所有隧道</translation>
    </message>
    <message>
        <source>Save snapshot…</source>
        <translation>保存快照…</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Search in the panel with the keyboard</source>
        <translation>在键盘焦点所在的面板中搜索</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translation>返回之前所看的内容</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再次前进</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Jump to the result</source>
        <translation>跳到结果</translation>
    </message>
    <message>
        <source>Restart at the first question</source>
        <translation>从第一个问题重新开始</translation>
    </message>
    <message>
        <source>What must match, or the topology</source>
        <translation>查看必须匹配的内容或拓扑</translation>
    </message>
    <message>
        <source>Enlarge or restore the topology</source>
        <translation>放大或还原拓扑</translation>
    </message>
    <message>
        <source>Enlarge or restore the guide</source>
        <translation>放大或还原排查图</translation>
    </message>
    <message>
        <source>Evidence: YAML</source>
        <translation>证据：YAML</translation>
    </message>
    <message>
        <source>Evidence: events</source>
        <translation>证据：事件</translation>
    </message>
    <message>
        <source>Evidence: logs</source>
        <translation>证据：日志</translation>
    </message>
    <message>
        <source>Evidence: not checked</source>
        <translation>证据：未检查的内容</translation>
    </message>
    <message>
        <source>Close the evidence</source>
        <translation>关闭证据面板</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>主题：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题：深色</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>主题：高对比度</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text as large as the desktop's</source>
        <translation>文字大小与桌面一致</translation>
    </message>
    <message>
        <source>Reset the window's layout</source>
        <translation>重置窗口布局</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Open and keep</source>
        <translation>打开与保存</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>What changed since it was opened</source>
        <translation>自打开以来的变化</translation>
    </message>
    <message>
        <source>Compare with a snapshot…</source>
        <translation>与快照比较…</translation>
    </message>
</context>
<context>
    <name>faultline::ui::PaletteModel</name>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Objects of this application</source>
        <translation>此应用的对象</translation>
    </message>
    <message>
        <source>Questions of the guide</source>
        <translation>排查图的问题</translation>
    </message>
    <message>
        <source>%1 more: type on</source>
        <translation>还有 %1 项：继续输入</translation>
    </message>
</context>
<context>
    <name>faultline::ui::CommandPalette</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Search applications, objects, questions, actions</source>
        <translation>搜索应用、对象、问题、操作</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing has such a name. Fewer letters find more.</source>
        <translation>没有这样的名称。少输入几个字可以找到更多。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>faultline::ui::HeadlineBanner</name>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show less of the finding</source>
        <translation>收起诊断结果</translation>
    </message>
    <message>
        <source>Show all of the finding</source>
        <translation>显示完整的诊断结果</translation>
    </message>
</context>
<context>
    <name>AgeWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::CommandsPage</name>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>Nothing is selected: click an object in the picture.</source>
        <translation>没有选中对象：点击图中的一个对象。</translation>
    </message>
    <message>
        <source>For %1. Faultline runs none of these.</source>
        <translation>针对 %1。Faultline 不会运行这些命令。</translation>
    </message>
    <message>
        <source>%1 (changes the cluster)</source>
        <translation>%1（会改动集群）</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::DescribePage</name>
    <message>
        <source>Nothing is selected: click an object in the picture.</source>
        <translation>没有选中对象：点击图中的一个对象。</translation>
    </message>
    <message>
        <source>This object cannot be shown: %1</source>
        <translation>无法显示该对象：%1</translation>
    </message>
    <message>
        <source>The object as kubectl describe shows it</source>
        <translation>kubectl describe 形式的对象</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Search in the description</source>
        <translation>在描述中搜索</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::EventModel</name>
    <message>
        <source>%1 (an earlier one)</source>
        <translation>%1（之前的同名对象）</translation>
    </message>
    <message>
        <source>last: %1</source>
        <translation>最近：%1</translation>
    </message>
    <message>
        <source>%1 times since %2</source>
        <translation>自 %2 起共 %1 次</translation>
    </message>
    <message>
        <source>About an object of the same name that is gone: its uid is another one.</source>
        <translation>这是关于一个已消失的同名对象的事件：uid 不同。</translation>
    </message>
    <message>
        <source>The finding rests on this event.</source>
        <translation>结论以此事件为依据。</translation>
    </message>
    <message>
        <source>%1, the finding rests on it</source>
        <translation>%1，结论以此为依据</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::EventsPage</name>
    <message>
        <source>%1 of %2 shown: narrow them down</source>
        <translation>显示 %2 条中的 %1 条：请缩小范围</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Events could not be looked at: %1</source>
        <translation>无法查看事件：%1</translation>
    </message>
    <message>
        <source>No events about this application. The server keeps them for an hour unless told otherwise.</source>
        <translation>没有关于此应用的事件。服务器默认只保留一小时。</translation>
    </message>
    <message>
        <source>No event fits the filter.</source>
        <translation>没有符合筛选条件的事件。</translation>
    </message>
    <message>
        <source>%1 times, %2 – %3</source>
        <translation>%1 次，%2 – %3</translation>
    </message>
    <message>
        <source>The finding rests on this event.</source>
        <translation>结论以此事件为依据。</translation>
    </message>
    <message>
        <source>Open the %1</source>
        <translation>打开该 %1</translation>
    </message>
    <message>
        <source>Order of the events</source>
        <translation>事件的顺序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Warnings first</source>
        <translation>警告在前</translation>
    </message>
    <message>
        <source>Only warnings</source>
        <translation>只看警告</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>筛选事件</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::NotCheckedPage</name>
    <message>
        <source>What was read, as a whole</source>
        <translation>读取内容整体</translation>
    </message>
    <message>
        <source>A Role with this rule would allow it: %1</source>
        <translation>带有此规则的 Role 即可放行：%1</translation>
    </message>
    <message>
        <source>No right is missing here.</source>
        <translation>这里不缺权限。</translation>
    </message>
    <message>
        <source>Choose a row: what would allow it stands here.</source>
        <translation>选择一行：这里会显示放行所需的规则。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Why it was not answered</source>
        <translation>未能回答的原因</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>What was not checked</source>
        <translation>未检查的内容</translation>
    </message>
    <message>
        <source>Everything on the way was looked at.</source>
        <translation>一路上的内容都检查过了。</translation>
    </message>
    <message>
        <source>The rule of a Role</source>
        <translation>Role 的规则</translation>
    </message>
    <message>
        <source>A Role with all that was denied</source>
        <translation>包含所有被拒权限的 Role</translation>
    </message>
    <message>
        <source>All that was denied, as a Role:</source>
        <translation>所有被拒的权限，写成 Role：</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::RolloutPage</name>
    <message>
        <source>%1, the newest revision first</source>
        <translation>%1，最新版本在前</translation>
    </message>
    <message>
        <source>%1 has no ReplicaSet: nothing was rolled out yet.</source>
        <translation>%1 没有 ReplicaSet：还没有发布过。</translation>
    </message>
    <message>
        <source>ReplicaSets could not be looked at, and they are what holds the revisions of %1.</source>
        <translation>无法查看 ReplicaSet，而 %1 的历史版本就保存在其中。</translation>
    </message>
    <message>
        <source>The revisions of %1 are kept in ControllerRevisions, which Faultline does not read. The tab "Commands" has the command that lists them.</source>
        <translation>%1 的历史版本保存在 ControllerRevision 中，Faultline 不读取它们。“命令”页里有列出它们的命令。</translation>
    </message>
    <message>
        <source>Only a Deployment has a rollout history to compare; this application has none.</source>
        <translation>只有 Deployment 才有可比较的发布历史；此应用没有。</translation>
    </message>
    <message>
        <source>revision %1 (%2)</source>
        <translation>版本 %1（%2）</translation>
    </message>
    <message>
        <source>There is only this revision: nothing to compare with.</source>
        <translation>只有这一个版本：没有可比较的对象。</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>由你选择。</translation>
    </message>
    <message>
        <source>Taken for the last good one: %1 of its Pods are ready now.</source>
        <translation>视为最近的正常版本：它现在有 %1 个 Pod 就绪。</translation>
    </message>
    <message>
        <source>The one before the newest. None of the earlier ones has ready Pods now, so nobody can tell here whether it worked.</source>
        <translation>最新版本的前一个。较早的版本现在都没有就绪的 Pod，因此无法判断它是否正常工作过。</translation>
    </message>
    <message>
        <source>All Pods of the newest revision are ready.</source>
        <translation>最新版本的 Pod 全部就绪。</translation>
    </message>
    <message>
        <source>The templates could not be read: %1</source>
        <translation>无法读取模板：%1</translation>
    </message>
    <message>
        <source>Fetching both templates …</source>
        <translation>正在获取两个模板…</translation>
    </message>
    <message>
        <source>Nothing differs: both templates are the same but for pod-template-hash.</source>
        <translation>没有差异：除 pod-template-hash 外两个模板相同。</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>ReplicaSet</source>
        <translation>ReplicaSet</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Change cause</source>
        <translation>变更原因</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>What the newest template has changed, compared with</source>
        <translation>最新模板改动了什么，对比</translation>
    </message>
    <message>
        <source>Revision to compare with</source>
        <translation>要比较的版本</translation>
    </message>
    <message>
        <source>Difference of the Pod templates</source>
        <translation>Pod 模板的差异</translation>
    </message>
    <message>
        <source>Back to that revision (changes the cluster; Faultline does not run it)</source>
        <translation>回退到该版本（会改动集群；Faultline 不会运行它）</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::SearchBar</name>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>found once</source>
        <translation>找到 1 处</translation>
    </message>
    <message>
        <source>found %1 times</source>
        <translation>找到 %1 处</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>The next place (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
</context>
<context>
    <name>faultline::ui::evidence::YamlPage</name>
    <message>
        <source>Nothing is selected: click an object in the picture.</source>
        <translation>没有选中对象：点击图中的一个对象。</translation>
    </message>
    <message>
        <source>The object came without anything in it.</source>
        <translation>取到的对象里没有任何内容。</translation>
    </message>
    <message>
        <source>This object cannot be shown: %1</source>
        <translation>无法显示该对象：%1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>%1 有变化</translation>
    </message>
    <message>
        <source>… (folded: %1 lines)</source>
        <translation>…（已折叠 %1 行）</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 不存在</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>%1 is not there; line %2 is where it would stand</source>
        <translation>%1 不存在；它本应在第 %2 行处</translation>
    </message>
    <message>
        <source>mark %1 of %2</source>
        <translation>标记 %1 / %2</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>已标记：%1</translation>
    </message>
    <message>
        <source>The object as YAML</source>
        <translation>对象的 YAML</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Search in the YAML</source>
        <translation>在 YAML 中搜索</translation>
    </message>
    <message>
        <source>Next mark (F3)</source>
        <translation>下一处标记（F3）</translation>
    </message>
    <message>
        <source>To the next line that proves the finding</source>
        <translation>到下一处作为依据的行</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::AskView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Taken: %1</source>
        <translation>已走这条路：%1</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Nothing to mend at this step.</source>
        <translation>这一步没有需要修复的内容。</translation>
    </message>
    <message>
        <source>First answer the question: the guide goes on from there.</source>
        <translation>请先回答这个问题：排查会从这里继续。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::FurtherView</name>
    <message>
        <source>Read more</source>
        <translation>延伸阅读</translation>
    </message>
</context>
<context>
    <name>FurtherWords</name>
    <message>
        <source>This was found, too: %1</source>
        <translation>还发现：%1</translation>
    </message>
    <message>
        <source>Not tried yet: %1</source>
        <translation>尚未测试：%1</translation>
    </message>
    <message>
        <source>Nobody could answer: %1</source>
        <translation>无人能回答：%1</translation>
    </message>
    <message>
        <source>If the cluster is wrong here, answer it yourself below. %1: %2</source>
        <translation>如果集群在这里说得不对，请在下方自己回答。%1：%2</translation>
    </message>
    <message>
        <source>Read the events and the logs below the picture, or save a snapshot (Ctrl+S): it holds no secrets, and a colleague can open it.</source>
        <translation>查看下方的事件和日志，或保存快照（Ctrl+S）：其中不含机密，同事可以打开它。</translation>
    </message>
</context>
<context>
    <name>LeadWords</name>
    <message>
        <source>Before a Pod can fail it has to be made: is it asked for, and may it be made?</source>
        <translation>Pod 要先被创建才谈得上出错：有没有要求创建它，又是否允许创建？</translation>
    </message>
    <message>
        <source>Nothing above can answer until the Pods run and are Ready, so they are looked at one question at a time.</source>
        <translation>Pod 没有运行并就绪之前，上层都无法应答，所以逐个问题检查 Pod。</translation>
    </message>
    <message>
        <source>A Service finds its Pods by labels and reaches them by ports: each of these links has to fit.</source>
        <translation>Service 按标签找到 Pod，按端口访问 Pod：每一环都必须吻合。</translation>
    </message>
    <message>
        <source>An Ingress hands requests on by the name and the port of a Service: both have to fit, and somebody has to carry it out.</source>
        <translation>Ingress 按 Service 的名称和端口转发请求：两者都必须吻合，还要有控制器来执行。</translation>
    </message>
    <message>
        <source>A route hangs on a Gateway and points at a Service: both ends have to hold.</source>
        <translation>路由挂在 Gateway 上，并指向 Service：两端都必须有效。</translation>
    </message>
    <message>
        <source>When all inside the cluster answers, the way from outside is what is left.</source>
        <translation>集群内部都能应答之后，剩下的就是从外部进来的路。</translation>
    </message>
    <message>
        <source>the guide stops here: only you can tell</source>
        <translation>排查停在这里：需要你来回答</translation>
    </message>
    <message>
        <source>result: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>this layer is fine; on to the next: %1</source>
        <translation>这一层正常；进入下一层：%1</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1或%2</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::PatchView</name>
    <message>
        <source>the change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Copies the whole change as YAML</source>
        <translation>复制完整的 YAML 改动</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::ProofView</name>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 条</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all of %1</source>
        <translation>显示 %1 的全部内容</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>Event %1</source>
        <translation>事件 %1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Log of the run before</source>
        <translation>上一次运行的日志</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::WayFooter</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>To the question before (Alt+Left)</source>
        <translation>到上一个问题（Alt+左）</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>To the first question of this application (Home)</source>
        <translation>到这个应用的第一个问题（Home）</translation>
    </message>
    <message>
        <source>To the result</source>
        <translation>到结论</translation>
    </message>
    <message>
        <source>To where the way ended (End)</source>
        <translation>到排查结束的地方（End）</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>To the next question (Alt+Right)</source>
        <translation>到下一个问题（Alt+右）</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::WayView</name>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>broken</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>needs your answer</source>
        <translation>需要你来回答</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>intended</source>
        <translation>有意为之</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::ChoiceBar</name>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message>
        <source>Another namespace is read from the cluster.</source>
        <translation>选择另一个命名空间会从集群读取。</translation>
    </message>
    <message>
        <source>Shows one of the namespaces that are here.</source>
        <translation>只显示其中一个命名空间。</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search applications</source>
        <translation>搜索应用</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
</context>
<context>
    <name>faultline::ui::workloads::HealthChips</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Press to show only these; several can be pressed.</source>
        <translation>按下后只显示这些；可以同时按下多个。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::connect::SampleGallery</name>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>middling</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Learn with a broken cluster</source>
        <translation>用一个出故障的集群来学习</translation>
    </message>
    <message>
        <source>Recorded from real clusters; none is asked. Read the complaint, make a guess, and let the guide show the way.</source>
        <translation>录自真实集群，不会访问任何集群。先读抱怨，猜一猜原因，再让排查图带路。</translation>
    </message>
</context>
<context>
    <name>faultline::ui::wizard::TryView</name>
    <message>
        <source>Trying: %1</source>
        <translation>正在测试：%1</translation>
    </message>
    <message>
        <source>Faultline can try it. On your click one GET request, or a mere connection, goes to:</source>
        <translation>Faultline 可以代为测试。点击后，会向下列目标各发送一个 GET 请求或仅建立连接：</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>A tunnel from 127.0.0.1 (a random port) to %1, open until you stop it. Every program on this computer can use it meanwhile.</source>
        <translation>从 127.0.0.1（随机端口）到 %1 的隧道，在你停止之前一直打开；期间本机所有程序都可以使用它。</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>faultline::ui::TunnelStrip</name>
    <message>
        <source>Tunnel open: %1 leads to %2. Connections now: %3. Every program on this computer can use it.</source>
        <translation>隧道已打开：%1 通往 %2。当前连接数：%3。本机所有程序都可以使用它。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open %1 in the browser</source>
        <translation>在浏览器中打开 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the tunnel to %1</source>
        <translation>停止到 %1 的隧道</translation>
    </message>
    <message>
        <source>The last connection failed: %1</source>
        <translation>上一个连接失败：%1</translation>
    </message>
</context>
</TS>
