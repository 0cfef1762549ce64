package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Op;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operations;
import org.javampi.job.RankHost;

/** Error classes and codes of the program's own (MPI-4.1 §9.5). */
abstract class ErrorCodeCalls extends EnvironmentCalls {
    ErrorCodeCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Add_error_class(int[] errorclass) {
        return guard("MPI_Add_error_class", () -> {
            checkOut(errorclass, "errorclass");
            errorclass[0] = errorCodes.users().addClass();
        });
    }

    @Override
    public int MPI_Add_error_code(int errorclass, int[] errorcode) {
        return guard("MPI_Add_error_code", () -> {
            checkOut(errorcode, "errorcode");
            if (!errorCodes.isClass(errorclass)) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "errorclass " + errorclass + " is neither predefined nor one from MPI_Add_error_class");
            }
            errorcode[0] = errorCodes.users().addCode(errorclass);
        });
    }

    @Override
    public int MPI_Add_error_string(int errorcode, String string) {
        return guard("MPI_Add_error_string", () -> {
            checkNotNull(string, "string");
            if (string.length() > MPI.MPI_MAX_ERROR_STRING) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "the string has " + string.length() + " characters (allowed 0.." + MPI.MPI_MAX_ERROR_STRING
                                + ", MPI_MAX_ERROR_STRING)");
            }
            errorCodes.users().setText(errorcode, string);
        });
    }

    @Override
    public int MPI_Remove_error_class(int errorclass) {
        return guard("MPI_Remove_error_class", () -> errorCodes.users().removeClass(errorclass));
    }

    @Override
    public int MPI_Remove_error_code(int errorcode) {
        return guard("MPI_Remove_error_code", () -> errorCodes.users().removeCode(errorcode));
    }

    @Override
    public int MPI_Remove_error_string(int errorcode) {
        return guard("MPI_Remove_error_string", () -> errorCodes.users().removeText(errorcode));
    }

    @Override
    public int MPI_Op_commutative(MPI_Op op, boolean[] commute) {
        return guard("MPI_Op_commutative", () -> {
            checkOut(commute, "commute");
            commute[0] = Operations.of(op).isCommutative();
        });
    }
}
