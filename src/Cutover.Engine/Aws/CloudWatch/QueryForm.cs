using System.Globalization;

namespace Cutover.Engine.Aws.CloudWatch;

/// <summary>The form of one call of AWS's Query protocol: every value under its path, list members counted from 1.</summary>
internal sealed class QueryForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    public QueryForm(string action)
    {
        Add("Action", action);
        Add("Version", "2010-08-01");
    }

    public QueryForm Add(string path, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(path, value));
        }

        return this;
    }

    public QueryForm Add(string path, DateTimeOffset time) =>
        Add(path, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public QueryForm Add(string path, TimeSpan? seconds) =>
        Add(path, seconds?.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture));

    public QueryForm AddEach<T>(string list, IEnumerable<T> items, Action<QueryForm, string, T> add)
    {
        foreach (var (index, item) in items.Index())
        {
            add(this, string.Create(CultureInfo.InvariantCulture, $"{list}.member.{index + 1}"), item);
        }

        return this;
    }

    public HttpContent ToContent() => new FormUrlEncodedContent(fields);
}
