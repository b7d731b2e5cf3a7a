using System.Collections.Immutable;

namespace Cutover.Web.Reports;

/// <summary>A part of a report, in plain text: whoever writes it down escapes it. Closed: these are all there are.</summary>
public abstract record ReportBlock;

/// <summary>A title; 1 is the report's own.</summary>
public sealed record ReportTitle(int Level, string Text) : ReportBlock;

/// <summary>A sentence or more.</summary>
public sealed record ReportText(string Text) : ReportBlock;

/// <summary>Rows under a heading each; every row has as many cells as there are headings.</summary>
public sealed record ReportTable(ImmutableArray<string> Headings, ImmutableArray<ImmutableArray<string>> Rows) : ReportBlock;

/// <summary>A chart.</summary>
/// <param name="Svg">The drawing: SVG of our own making, which holds no text from elsewhere.</param>
/// <param name="High">What the upper edge means.</param>
/// <param name="Low">What the lower edge means.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Line">The target's line in block characters, for where no picture can be.</param>
public sealed record ReportChart(string Svg, string High, string Low, string From, string To, string Words, string Line) : ReportBlock;

/// <summary>Text to the letter.</summary>
public sealed record ReportCode(string Text) : ReportBlock;
