namespace Cutover.Cli.Tests.Processes;

/// <summary>A file that is gone when the test is.</summary>
internal sealed class PlaybookFile : IDisposable
{
    public PlaybookFile(string text)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"cutover-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
