namespace Cutover.Web.Tests;

/// <summary>Files that stand in the repository beside the code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>Fails when the file does not hold the text; CUTOVER_UPDATE=1 writes it instead.</summary>
    public static void AssertHolds(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("CUTOVER_UPDATE") == "1")
        {
            File.WriteAllText(file, text);
        }

        var held = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        Assert.True(
            held == text,
            $"{path} is not current. Bring it up to date with: CUTOVER_UPDATE=1 dotnet run --project tests/Cutover.Web.Tests\nIt should hold:\n{text}");
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Cutover.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Cutover.sln above the tests."));
}
