namespace Cutover.Core.Playbooks.Notation;

/// <summary>What came of reading one value as people write it.</summary>
/// <param name="Value">Holds only when <see cref="IsGood"/>.</param>
/// <param name="Fault">What is wrong with the text; null when nothing is.</param>
/// <param name="Mend">The value to write instead, as YAML; null when nothing is wrong.</param>
public readonly record struct Parsed<T>(T? Value, string? Fault, string? Mend)
{
    public bool IsGood => Fault is null;

    public static implicit operator Parsed<T>(T value) => new(value, null, null);

    public static implicit operator Parsed<T>(Fault fault) => new(default, fault.Message, fault.Mend);
}
