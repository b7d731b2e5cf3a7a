using System.Collections.Immutable;

namespace Cutover.Web.Components.Start;

/// <summary>The folder of playbook files.</summary>
public sealed class PlaybookShelf(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>File names, in order; empty without such a folder.</summary>
    public ImmutableArray<string> List() => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateFiles(Folder).Where(IsPlaybook).Select(Path.GetFileName).OfType<string>().Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The text of a file that <see cref="List"/> names; null when it is not there.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<string?> ReadAsync(string file, CancellationToken cancellation) =>
        List().Contains(file, StringComparer.Ordinal) ? await File.ReadAllTextAsync(Path.Combine(Folder, file), cancellation) : null;

    private static bool IsPlaybook(string path) => Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml";
}
