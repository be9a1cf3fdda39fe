using System.Runtime.CompilerServices;

namespace ScalingAnalyzers.CodeFixes;

/// <summary>
/// The rule for which a key was offered. `dotnet format` applies fixes rule by rule, but requests a fix for the first
/// diagnostic of the analyzer, and passes on that key with the rule that it applies. Keys are shared (same-compute
/// corrects SCALE001 and SCALE004), so the text does not identify the rule; the string instance does.
/// </summary>
internal sealed class OfferedKeys
{
    private readonly ConditionalWeakTable<string, Origin> _origins = new();

    /// <summary>The key as a separate string instance, remembered for its lifetime.</summary>
    public string For(string rule, string key, bool isFirst)
    {
        string offered = new(key.ToCharArray());
        _origins.Add(offered, new Origin(rule, isFirst));
        return offered;
    }

    /// <summary>
    /// Whether the key was offered for another rule; a key that came from another process is unknown.
    /// </summary>
    public bool WasMeantFor(string key, string anotherThan) => _origins.TryGetValue(key, out var origin) && origin.Rule != anotherThan;

    /// <summary>Whether the key was offered before all others of its diagnostic.</summary>
    public bool WasFirst(string key) => _origins.TryGetValue(key, out var origin) && origin.IsFirst;

    private sealed record Origin(string Rule, bool IsFirst);
}
