namespace ScalingAnalyzers.Tests;

/// <summary>
/// Programs written against the reading, of kinds that C# has and configs seldom use. `Known` names the members that
/// ought to be read; the others may be unknown, and none may be wrong. The compiler at hand decides which it knows.
/// </summary>
internal static partial class OddForms
{
    /// <summary>Each with its name, its classes, and the members of C that ought to be known.</summary>
    public static (string Form, string Source, string Known)[] All =>
    [
        .. UsualSimple, .. UsualOther, .. UsualMore, .. UsualLast, .. Calculations, .. Callbacks, .. Order, .. Kinds, .. Statements,
        .. Copies, .. Dropped, .. ByFramework, .. Chosen, .. WrittenBodies, .. StoredDelegates, .. Begun, .. NumbersOfAllTypes,
        .. NumbersMore, .. Synthesized, .. Surroundings, .. UnnamedConversions, .. Kept, .. ByParts,
        .. CalledBack, .. Dispatched, .. Various, .. NumbersAgain, .. Asked, .. AskedMore, .. AskedOther, .. OfParts,
    ];

    /// <summary>The same for C# after the oldest Roslyn we run on, and what an older one may refuse.</summary>
    public static (string Form, string Source, string Known)[] InNewerVersions =>
    [
        .. NewerSimple, .. NewerOther, .. NewerMore, .. NewerLast, .. NewerAgain, .. NewerAsked, .. NumbersAtEdges,
        .. Functions, .. TypedValues, .. TypedValuesMore, .. OperatorValues, .. NamedValues, .. MadeValues, .. Ordinary,
    ];

    /// <summary>Programs with module initialisers, which run before all others of their assembly: each by
    /// itself.</summary>
    public static (string Form, string Source, string Known)[] WithModuleInitializers =>
        [.. Started, .. StartedMore, .. StartedLast];

    /// <summary>Programs that declare types of the framework: each by itself, outside of other namespaces.</summary>
    public static (string Form, string Source, string Known)[] WithTypesOfTheFramework => [.. Alone];
}
