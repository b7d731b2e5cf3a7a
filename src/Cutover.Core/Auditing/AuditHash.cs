using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cutover.Core.Auditing;

/// <summary>
/// The hash of a row: SHA-256, in lower-case hexadecimal, over the UTF-8 of a compact JSON array of the row's members in their order, the
/// hash of the row before among them. An array of JSON strings has one reading only: no two different rows have the same form.
/// </summary>
public static class AuditHash
{
    /// <summary>What stands in the first row for the hash of the row before.</summary>
    public static string Beginning { get; } = new('0', 64);

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the hash of the row should be; the one it has is not looked at.</summary>
    public static string Of(AuditEntry entry)
    {
        using var form = new MemoryStream();
        using (var json = new Utf8JsonWriter(form, Compact))
        {
            Write(json, entry);
        }

        return Convert.ToHexStringLower(SHA256.HashData(form.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, AuditEntry entry)
    {
        json.WriteStartArray();
        json.WriteNumberValue(entry.Sequence);
        json.WriteStringValue(entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        string?[] before = [entry.Who, entry.Token, entry.From, entry.Act, entry.Run?.ToString(CultureInfo.InvariantCulture)];
        string?[] after = [entry.Playbook, entry.Account, entry.Why, entry.Before, entry.After, entry.Previous];
        foreach (var text in before.Concat(after))
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
