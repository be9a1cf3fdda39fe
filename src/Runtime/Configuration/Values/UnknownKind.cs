namespace ScalingAnalyzers.Configuration;

/// <summary>Why a config has no value; <see cref="UnknownTexts"/> has the text of each kind.</summary>
internal enum UnknownKind
{
    // Nothing is written: a declaration of lower precedence may supply the value.
    Unset,

    // What is written means that nothing is set: null, "auto", -1.
    MeansUnset,

    // The reader of a run file gives its own words.
    GivenByReader,

    // Something is written that is not one value.
    NotWritten,
    NotAChoice,
    OtherType,
    Conflict,
    OfNodeOrOfAll,
    GetterFails,
    CannotBeRead,

    // The expression is wrong: C# would wrap or throw.
    Overflows,
    DividesByZero,
    DoesNotFit,

    // The kind of expression.
    DoesNotCompile,
    NoValue,
    IsNull,
    TooLarge,
    TooManySteps,
    NestedTooDeeply,
    MemberNestedTooDeeply,
    NullnessUnknown,
    ReadingFails,
    ExpressionNotRead,
    ConversionNotRead,
    LiftedConversionNotRead,
    OperatorNotRead,
    LiftedOperatorNotRead,
    SwitchNotRead,
    PatternNotRead,
    IndexerNotRead,
    PropertyNotRead,
    DefaultNotRead,
    CreationNotRead,
    ConditionUnknown,
    GuardUnknown,
    NoArmMatches,
    TypeArgumentUnknown,

    // What is known only in the running program.
    MethodRunsInProgram,
    OperatorRunsInProgram,
    ConversionRunsInProgram,
    ParameterAtRunTime,
    LocalAtRunTime,
    OverrideAtRunTime,
    CallerDecides,

    // The member.
    Generated,
    RefersToItself,
    NoGetter,
    SetterUnknown,
    SetterReturnsNothing,
    ChangesWhenRead,
    DoesMore,
    ComputedElsewhere,
    InitialisedElsewhere,
    ReadBeforeInitialised,
    StaticsReadEachOther,

    // What may change it before it is read.
    AssignedLater,
    AssignedElsewhere,
    AssignedUnfollowed,
    AssignedInStaticConstructor,
    AssignedAfterStatic,
    AssignmentUnfollowed,
    LocalReassigned,
    LocalUnassigned,
    ChangedBefore,
    ChangedByOtherAssembly,

    // The object that holds it.
    ObjectUnknown,
    HolderUnknown,
    OperandUnknown,
    ObjectsNestedTooDeeply,
    HandedReferences,
    Abstract,
    Copied,
    BuiltElsewhere,
    OwnCopyConstructor,
    NoDefaultConstructor,
    ConstructorUnknown,
    BaseConstructorUnknown,
    PartialConstructor,
}
