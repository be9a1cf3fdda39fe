namespace ScalingAnalyzers.RunFiles;

/// <summary>Switches of precision that exclude each other.</summary>
internal static class Precisions
{
    /// <summary>Reports a file that turns both on.</summary>
    public static void RefuseTwo(RunDraft draft, string one, string other)
    {
        if (draft.Tree.Truth(one) != true || draft.Tree.Truth(other) != true || draft.Tree[other] is not { } at) return;
        draft.PutUnknown(ConfigRole.Precision, other, "'" + one + "' is true too", at);
        draft.Refuse(at, "'" + one + "' and '" + other + "' are both true: " + draft.Table.Name + " refuses them together. Remove one.");
    }
}
