namespace Cutover.Core.Playbooks.Notation;

/// <summary>What came of reading one value as people write it.</summary>
/// <param name="Value">Holds only when there is no fault.</param>
/// <param name="Fault">What is wrong with the text; null when nothing is.</param>
public readonly record struct Parsed<T>(T? Value, Fault? Fault)
{
    public bool IsGood => Fault is null;

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(Fault fault) => new(default, fault);
}
