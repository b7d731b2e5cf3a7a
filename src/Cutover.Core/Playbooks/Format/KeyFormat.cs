namespace Cutover.Core.Playbooks.Format;

/// <summary>Describes one key of a mapping.</summary>
/// <param name="name">As the file spells it.</param>
/// <param name="about">What the key says, with units and ranges; people see it in their editor.</param>
internal abstract class KeyFormat(string name, string about)
{
    public string Name { get; } = name;

    public string About { get; } = about;

    public bool IsRequired { get; init; }

    /// <summary>The value that holds when the key is left out, as the file would write it.</summary>
    public string? Default { get; init; }

    /// <summary>What holds when the key is left out, where no single value does.</summary>
    public string? DefaultRule { get; init; }

    /// <summary>What a value looks like, where the format's own example would mislead.</summary>
    public string? Example { get; init; }

    public abstract ValueFormat Format { get; }
}
