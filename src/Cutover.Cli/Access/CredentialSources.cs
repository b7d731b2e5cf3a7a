namespace Cutover.Cli.Access;

/// <summary>The places where AWS credentials are looked for, each with what was to be seen there.</summary>
internal static class CredentialSources
{
    public static IEnumerable<string> Tried(Func<string, string?> variable)
    {
        bool IsSet(string name) => variable(name) is { Length: > 0 };
        string Of(string name) => $"{name} {(IsSet(name) ? "is set" : "is not set")}";

        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aws");
        var file = variable("AWS_SHARED_CREDENTIALS_FILE") is { Length: > 0 } named ? named : Path.Combine(folder, "credentials");
        var config = variable("AWS_CONFIG_FILE") is { Length: > 0 } other ? other : Path.Combine(folder, "config");
        var profile = variable("AWS_PROFILE") is { Length: > 0 } chosen ? chosen : "default";
        return
        [
            $"the environment ({Of("AWS_ACCESS_KEY_ID")}, {Of("AWS_SECRET_ACCESS_KEY")})",
            $"a web identity ({Of("AWS_WEB_IDENTITY_TOKEN_FILE")})",
            $"the profile \"{profile}\" ({Of("AWS_PROFILE")}; {Seen(file)}; {Seen(config)}), its SSO session included",
            $"the container ({Of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")}, {Of("AWS_CONTAINER_CREDENTIALS_FULL_URI")})",
            variable("AWS_EC2_METADATA_DISABLED") is "true"
                ? "instance metadata is switched off (AWS_EC2_METADATA_DISABLED)"
                : "instance metadata (gave none)",
        ];
    }

    private static string Seen(string file) => $"{file} {(File.Exists(file) ? "is there" : "is not there")}";
}
