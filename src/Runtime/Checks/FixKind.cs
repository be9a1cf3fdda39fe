using System;
using System.Collections.Generic;

namespace ScalingAnalyzers.Checks;

/// <summary>A kind of fix: its key is what editors and batch tools name it by.</summary>
public sealed class FixKind
{
    private FixKind(string key, bool isMechanical = false, bool addsSyntax = false)
    {
        Key = key;
        IsMechanical = isMechanical;
        AddsSyntax = addsSyntax;
    }

    /// <summary>Changes model and tokens; the compute stays the same.</summary>
    public static FixKind SameCompute { get; } = new("same-compute");

    /// <summary>Keeps the model and changes the tokens to the number that suits it.</summary>
    public static FixKind ScaleTokens { get; } = new("scale-tokens");

    /// <summary>Keeps the tokens and changes the model to the size that suits them.</summary>
    public static FixKind ScaleParameters { get; } = new("scale-parameters");

    /// <summary>The smaller model, trained longer, that is as good and cheaper over its life.</summary>
    public static FixKind SameLoss { get; } = new("same-loss");

    /// <summary>Declares that the over-training is intended.</summary>
    public static FixKind DeclareIntent { get; } = new("declare-intent", addsSyntax: true);

    /// <summary>The best model and tokens that every declared budget allows.</summary>
    public static FixKind FitBudget { get; } = new("fit-budget");

    /// <summary>Writes a percentage as the intended fraction.</summary>
    public static FixKind AsFraction { get; } = new("as-fraction", isMechanical: true);

    /// <summary>The nearest name of an accelerator that is known.</summary>
    public static FixKind UseKnownAccelerator { get; } = new("use-known-accelerator", isMechanical: true);

    /// <summary>The chip's dense peak.</summary>
    public static FixKind UseDensePeak { get; } = new("use-dense-peak", isMechanical: true);

    /// <summary>Trains as long as the accepted passes over the unique tokens last.</summary>
    public static FixKind LimitEpochs { get; } = new("limit-epochs");

    /// <summary>The nearest number that divides.</summary>
    public static FixKind NearestDivisor { get; } = new("nearest-divisor");

    /// <summary>Declares the parameters that follow from the dimensions.</summary>
    public static FixKind UseCounted { get; } = new("use-counted");

    /// <summary>The next multiple of 64.</summary>
    public static FixKind RoundDimension { get; } = new("round-dimension");

    /// <summary>Declares the tokens that follow from steps, batch and sequence.</summary>
    public static FixKind UseProduct { get; } = new("use-product");

    /// <summary>Changes the batch to the largest that a law gives.</summary>
    public static FixKind UseSuggestedBatch { get; } = new("use-suggested-batch");

    /// <summary>The learning rate of the nearer law.</summary>
    public static FixKind UseSuggestedLearningRate { get; } = new("use-suggested-learning-rate");

    /// <summary>Makes the type partial.</summary>
    public static FixKind AddPartial { get; } = new("add-partial", isMechanical: true, addsSyntax: true);

    /// <summary>Writes billions where a small number meant billions.</summary>
    public static FixKind AppendBillions { get; } = new("append-billions");

    /// <summary>The known name that was meant.</summary>
    public static FixKind UseKnownName { get; } = new("use-known-name", isMechanical: true);

    /// <summary>Marks a member with the role that its name almost has.</summary>
    public static FixKind DeclareRole { get; } = new("declare-role", addsSyntax: true);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<FixKind> All { get; } = Array.AsReadOnly(new[]
    {
        SameCompute, ScaleTokens, ScaleParameters, SameLoss, DeclareIntent, FitBudget, AsFraction, UseKnownAccelerator, UseDensePeak,
        LimitEpochs,
        NearestDivisor, UseCounted, RoundDimension, UseProduct, UseSuggestedBatch, UseSuggestedLearningRate, AddPartial, AppendBillions,
        UseKnownName, DeclareRole,
    });

    /// <summary>The key, kebab-case.</summary>
    public string Key { get; }

    /// <summary>Whether it cannot change what is trained, so that a batch tool may apply it unasked.</summary>
    public bool IsMechanical { get; }

    /// <summary>Whether it adds syntax instead of changing a value; only the C# tools can apply it.</summary>
    public bool AddsSyntax { get; }

    /// <summary>The key.</summary>
    /// <returns>"same-compute".</returns>
    public override string ToString() => Key;
}
