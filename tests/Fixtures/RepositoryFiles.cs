namespace Cutover.Tests.Fixtures;

/// <summary>Files that stand in the repository beside the code.</summary>
internal static class RepositoryFiles
{
    /// <summary>Set to 1, it makes tests write the files that they would otherwise compare.</summary>
    public const string UpdateVariable = "CUTOVER_UPDATE";

    private static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IEnumerable<string> In(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern)
            .Select(file => Path.GetRelativePath(Root, file))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Fails when the file does not hold the text, and says how to bring it up to date.</summary>
    public static void AssertHolds(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (IsUpdating)
        {
            File.WriteAllText(file, text);
        }

        var held = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(
            held == text,
            $"{path} is not current. Bring it up to date with: {UpdateVariable}=1 dotnet run --project tests/{typeof(RepositoryFiles).Assembly.GetName().Name}\nIt should hold:\n{text}");
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Cutover.sln"))
            ? folder
            : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Cutover.sln above the tests."));
}
