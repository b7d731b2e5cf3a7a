using Cutover.Core.Playbooks;
using Cutover.Tests.Fixtures;

namespace Cutover.Core.Tests.Playbooks;

public sealed class BrokenPlaybookTests
{
    private const string Folder = "tests/Cutover.Core.Tests/Playbooks/Broken";

    [Theory]
    [MemberData(nameof(Files))]
    public void A_broken_playbook_is_explained_as_approved(string file)
    {
        var yaml = RepositoryFiles.Read(file);
        var refused = Assert.IsType<PlaybookRefused>(PlaybookReader.Read(yaml));

        RepositoryFiles.AssertHolds(Path.ChangeExtension(file, ".txt"), PlaybookProblemText.Render(refused, yaml, Path.GetFileName(file)));
    }

    public static TheoryData<string> Files => [.. RepositoryFiles.In(Folder, "*.yaml")];
}
