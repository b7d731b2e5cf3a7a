using System.Collections.Immutable;
using Cutover.Web.Hosting;

namespace Cutover.Web.Playbooks;

/// <summary>The folder whose playbooks are offered for a start.</summary>
public sealed class PlaybookFolder(CutoverOptions host, ILogger<PlaybookFolder> logger)
{
    /// <summary>Longest playbook, in bytes: what one request can bring back.</summary>
    public const int LongestPlaybook = 1024 * 1024;

    public string Path { get; } = System.IO.Path.GetFullPath(host.Playbooks);

    /// <summary>The names of the *.yaml and *.yml files, in order; none when there is no such folder.</summary>
    public ImmutableArray<string> List() => [.. Files().Select(file => file.Name).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The text of a file that <see cref="List"/> names; null when it is not there, or too long.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellation) =>
        Files().FirstOrDefault(file => file.Name == name) is { Length: <= LongestPlaybook } file
            ? await File.ReadAllTextAsync(file.FullName, cancellation)
            : null;

    /// <summary>Every file with its text. What cannot be read is left out, and logged.</summary>
    public async Task<ImmutableArray<PlaybookFile>> ReadAllAsync(CancellationToken cancellation)
    {
        var playbooks = ImmutableArray.CreateBuilder<PlaybookFile>();
        foreach (var name in List())
        {
            try
            {
                if (await ReadAsync(name, cancellation) is { } text)
                {
                    playbooks.Add(new PlaybookFile(name, text));
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Log.PlaybookUnreadable(logger, name, failure);
            }
        }

        return playbooks.ToImmutable();
    }

    private IEnumerable<FileInfo> Files() => new DirectoryInfo(Path) is { Exists: true } folder
        ? folder.EnumerateFiles().Where(file => file.Extension.ToLowerInvariant() is ".yaml" or ".yml")
        : [];
}
