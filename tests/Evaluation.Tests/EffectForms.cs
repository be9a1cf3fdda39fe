namespace ScalingAnalyzers.Tests;

/// <summary>
/// Forms in which code changes something before a value is read. `Known` names the members that ought to be read; the
/// others may be unknown, and none may be wrong.
/// </summary>
internal static partial class EffectForms
{
    private const string M = """
        class M
        {
            public long P { get; set; } = 70;
            public long Q = 7;
            public long Twice => P * 2;
            public long Up()
            {
                P = 5;
                return 1;
            }
            public long Peek() => P;
        }

        """;

    /// <summary>Each with its name, its classes, and the members of C that ought to be known.</summary>
    public static (string Form, string Source, string Known)[] All =>
    [
        .. CallsSimple, .. CallsOther, .. References, .. NamesSimple, .. NamesOther, .. Delegates, .. Statements, .. Dispatch, .. Types,
        .. Statics, .. Harmless, .. Configs,
    ];

    /// <summary>The same for C# after the oldest Roslyn we run on: a row that the compiler at hand does not know is
    /// left out.</summary>
    public static (string Form, string Source, string Known)[] InNewerVersions => [.. Newer];
}
