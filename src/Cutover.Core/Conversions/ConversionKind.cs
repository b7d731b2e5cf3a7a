namespace Cutover.Core.Conversions;

/// <summary>Which way a record is converted.</summary>
public enum ConversionKind
{
    /// <summary>A simple record becomes a weighted pair with all the weight on the source.</summary>
    Adopt,

    /// <summary>A weighted pair with all the weight on the target becomes a simple record on the target.</summary>
    Finish,
}
